package com.lifeverse.session.group.desk;

/** Others were at a group, or at a session, each time: to be tried again later, by whoever has no caller to tell. */
public final class Contended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Contended(String what) {
        super("Others were at it each time: " + what);
    }
}
