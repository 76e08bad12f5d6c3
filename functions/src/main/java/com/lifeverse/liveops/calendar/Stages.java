package com.lifeverse.liveops.calendar;

/**
 * How long an event's phases are beside its running.
 *
 * @param preview before its start
 * @param endingSoon before its end; all of its running if that is shorter
 * @param review after its end
 */
public record Stages(Length preview, Length endingSoon, Length review) {
    /** An event that is there while it runs, and no longer. */
    public static final Stages NONE = new Stages(Length.NONE, Length.NONE, Length.NONE);
}
