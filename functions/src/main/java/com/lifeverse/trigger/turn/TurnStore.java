package com.lifeverse.trigger.turn;

import java.time.Instant;

/** Where turns are kept, by key. */
public interface TurnStore {
    /**
     * Turns as they were found.
     *
     * @param version 0 if nobody has written any
     */
    record Found(long version, Turns turns) {}

    /** By a read that sees all writes. */
    Found find(String key);

    /**
     * Puts these in the place of those of that version; false if others have been faster.
     *
     * @param until when nothing of it matters any more
     */
    boolean replace(String key, long version, Turns turns, Instant until);
}
