package com.lifeverse.local.simulate.prove;

/** Something stood in the way of a check. It says nothing about what is checked, so nothing of it is kept. */
public final class CannotRun extends Exception {
    private static final long serialVersionUID = 1L;

    public CannotRun(String message) {
        super(message);
    }

    public CannotRun(String message, Throwable cause) {
        super(message, cause);
    }
}
