package com.lifeverse.liveops.compensation;

import java.time.Instant;

/**
 * One thing of a player that the archive of events has.
 *
 * @param sessionId which session it is of; empty for progress
 */
public record Happening(Kind kind, String playerId, String sessionId, Instant at) {
    /** What happened. */
    public enum Kind {
        /** A session began, or was gone on with. */
        BEGAN,
        ENDED,
        /** What counts as progress in the event. */
        PROGRESS
    }
}
