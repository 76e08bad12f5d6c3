package com.lifeverse.session.queue;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the queue has come: a small document that everybody may cache for a second.
 *
 * @param tick the second up to which places were given
 * @param served the last place served, by lane; nobody has been served in a lane that is not there
 * @param left how many may still come in in that second without a ticket
 */
public record NowServing(long tick, SortedMap<Lane, Place> served, long left, Crowd crowd) {
    public NowServing {
        served = Collections.unmodifiableSortedMap(new TreeMap<>(served));
    }

    /** A queue that begins now: who came before is not waiting. */
    public static NowServing beginning(long second) {
        return new NowServing(second, new TreeMap<>(), 0, Crowd.EMPTY);
    }

    /** With one more let in without a ticket. */
    NowServing walkedIn() {
        return new NowServing(tick, served, left - 1, crowd.and(1));
    }

    /** True if the ticket's turn has come. */
    public boolean isServed(Ticket ticket) {
        var last = served.get(ticket.lane());
        return last != null && ticket.place().compareTo(last) <= 0;
    }
}
