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

    /** Moves the queue on if nobody did since, or came in without a ticket: one write unit. */
    boolean move(Optional<NowServing> before, NowServing after);

    /** Lets one in without a ticket, if there is room in that second: one write unit, whether there is or not. */
    WalkIn walkIn(long second);

    /** What came of it. */
    enum WalkIn {
        IN,
        FULL,
        /** The queue has not come to that second yet. */
        NOT_YET
    }

    /** The last ticket of a holder, as far as it is still remembered: one read unit. */
    Optional<Ticket> held(String holder);

    /** Remembers a holder's ticket instead of the one before; false if another one came between. One write unit. */
    boolean hold(Ticket ticket, Optional<Ticket> before, Instant until);

    /** True if somebody has used that place: one read unit. */
    boolean used(Ticket ticket);

    /**
     * Marks a place as used: true for the first who uses it, and for the same one again. One write unit.
     *
     * @param by names the attempt that uses it
     */
    boolean use(Ticket ticket, String by, Instant until);
}
