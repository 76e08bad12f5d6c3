package com.lifeverse.session.group;

/** What a player is to a group. The names are part of the HTTP contract and of events. */
public enum MemberState {
    /** Asked to come; the seat is kept for them until the invitation lapses. */
    INVITED,
    /** The invitation lapsed. */
    TIMEOUT,
    /** They declined. */
    REJECTED,
    /** They have a seat and have not connected yet. */
    JOINED,
    /** They have a seat and are there. */
    CONNECTED,
    /** They are not there just now; the seat, and what they were, is kept for the grace. */
    DISCONNECTED,
    /** They left. */
    LEFT,
    /** They were put out; only an invitation readmits them. */
    KICKED,
    /** They did not come back within the grace. */
    DROPPED,
    /** The group ended. */
    TERMINATED,
    /** The invitation was taken back. */
    CANCELLED;

    /** True of the four states that keep a seat from others. */
    public boolean holdsSeat() {
        return switch (this) {
            case INVITED, JOINED, CONNECTED, DISCONNECTED -> true;
            case TIMEOUT, REJECTED, LEFT, KICKED, DROPPED, TERMINATED, CANCELLED -> false;
        };
    }

    /** True of those who are in it and there. */
    public boolean isActive() {
        return this == JOINED || this == CONNECTED;
    }
}
