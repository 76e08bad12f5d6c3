package com.lifeverse.session.queue;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/** Counts who comes, and keeps how far the queue has come. */
public interface LoginQueue {
    /** The next number of that second: one write unit. */
    long take(Lane lane, long bucket);

    /** How many came in these seconds, by second; seconds in which nobody came may lack. One query. */
    SortedMap<Long, Long> came(Lane lane, long from, long until);

    /** How far the queue has come: one read unit; empty before it ever moved. */
    Optional<NowServing> read();

    /** Moves the queue on if nobody did since: one write unit. */
    boolean move(Optional<NowServing> before, NowServing after);

    /**
     * Marks a place as used: true for the first who uses it, and for the same one again. One write unit.
     *
     * @param by names the attempt that uses it
     */
    boolean use(Ticket ticket, String by, Instant until);
}
