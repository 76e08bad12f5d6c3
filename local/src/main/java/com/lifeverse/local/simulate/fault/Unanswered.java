package com.lifeverse.local.simulate.fault;

/** A client outside waited for an answer, and none came. */
public final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unanswered() {
        super("No answer came " + Injected.MARK);
    }
}
