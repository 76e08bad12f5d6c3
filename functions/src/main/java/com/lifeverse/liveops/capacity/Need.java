package com.lifeverse.liveops.capacity;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * An occurrence of an event for which more than usual is to stand ready.
 *
 * @param from ahead of its beginning for the first place on earth
 * @param until after its end for the last
 * @param factor so many times the usual load, the usual load included
 */
public record Need(String event, LocalDateTime occurrence, Instant from, Instant until, double factor) {
    /** True if it is needed then. */
    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
