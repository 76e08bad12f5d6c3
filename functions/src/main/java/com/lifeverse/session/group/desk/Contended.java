package com.lifeverse.session.group.desk;

/** Others were at a group each time: to be tried again later, by whoever has no caller to tell. */
public final class Contended extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Contended(String groupId) {
        super("Others were at the group each time: " + groupId);
    }
}
