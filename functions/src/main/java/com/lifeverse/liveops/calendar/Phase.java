package com.lifeverse.liveops.calendar;

/** Where a live event is, for one player, at one moment. */
public enum Phase {
    /** Not yet announced: nobody may know of it. */
    HIDDEN,
    /** Announced, not yet running. */
    PREVIEW,
    /** Running. */
    ACTIVE,
    /** Running, and soon over. */
    ENDING_SOON,
    /** Over; what was won can still be seen and claimed. */
    REVIEW,
    /** Over for good, or until its next occurrence is announced. */
    CONCLUDED;

    /** True while players can take part. */
    public boolean isRunning() {
        return this == ACTIVE || this == ENDING_SOON;
    }
}
