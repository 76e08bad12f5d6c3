package com.lifeverse.local.destination;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Gives out when calls may be made, so that no second has more than so many. Safe for many threads. */
final class Turns {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final int aSecond;
    private final Deque<Instant> given = new ArrayDeque<>();

    Turns(int aSecond) {
        this.aSecond = aSecond;
    }

    /** The next turn that is free at {@code now} or later; it is taken by asking. */
    synchronized Instant take(Instant now) {
        var turn = now;
        if (given.size() == aSecond) {
            var free = given.removeFirst().plus(SECOND);
            turn = free.isAfter(now) ? free : now;
        }
        given.addLast(turn);
        return turn;
    }
}
