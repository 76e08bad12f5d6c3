package com.lifeverse.session.queue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Counts who comes and who comes in, and keeps how far the queue has come. */
public interface LoginQueue {
    /** The next number of that lane: one write unit. */
    long take(Lane lane);

    /** The last number of each lane that was taken: one read unit a lane. */
    Map<Lane, Long> taken();

    /** How far the queue has come: one read unit; empty before it ever moved. */
    Optional<NowServing> read();

    /** Moves the queue on if nobody did since, and nobody came in or was turned away: one write unit. */
    boolean move(Optional<NowServing> before, NowServing after);

    /** Lets one in without a ticket, if there is room in that second or the one it has come to: one write unit in any case. */
    Step walkIn(long second);

    /** Lets one in whose turn it is, if there is room and the queue stands as it was seen: one write unit in any case. */
    Step enter(Ticket ticket, NowServing seen);

    /** Counts one who was turned away, if the queue stands at that second: one write unit. */
    void turnedAway(long second);

    /** What came of it. */
    enum Step {
        IN,
        FULL,
        /** The queue stands at another second. */
        ELSEWHERE
    }

    /** The last ticket of a holder, as far as it is still remembered: one read unit. */
    Optional<Ticket> held(String holder);

    /** Remembers a holder's ticket instead of the one before; false if another one came between. One write unit. */
    boolean hold(Ticket ticket, Optional<Ticket> before, Instant until);

    /** What is remembered of a ticket: one read unit. */
    Mark mark(Ticket ticket);

    /**
     * Marks a ticket as used: true for the first who uses it, and for the same one again. One write unit.
     *
     * @param by names the attempt that uses it
     * @param uses how often the same attempt may
     */
    boolean use(Ticket ticket, String by, int uses, Instant until);

    /**
     * Gives a ticket back to its holder, who was turned away in that second: one write unit.
     *
     * @return true if it is the first time in that second
     */
    boolean giveBack(Ticket ticket, String by, long second);
}
