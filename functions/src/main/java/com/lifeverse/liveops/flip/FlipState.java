package com.lifeverse.liveops.flip;

import java.time.Instant;

/**
 * How far the flips of an event are told.
 *
 * @param revision by which revision; {@link #WITHDRAWN} if players have the event no more
 * @param until until when
 * @param version one more with each write
 */
public record FlipState(String event, int revision, Instant until, long version) {
    /** Of an event that players do not have. */
    public static final int WITHDRAWN = 0;

    /** Of an event that nobody has looked at yet. */
    static FlipState unseen(String event) {
        return new FlipState(event, WITHDRAWN, Instant.EPOCH, 0);
    }

    FlipState told(int byRevision, Instant now) {
        return new FlipState(event, byRevision, now, version + 1);
    }
}
