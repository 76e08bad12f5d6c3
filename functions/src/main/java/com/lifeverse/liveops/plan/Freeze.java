package com.lifeverse.liveops.plan;

import java.time.Instant;

/**
 * A stretch of time that somebody else needs.
 *
 * @param hard true if nothing may begin or end in it, as before holidays; false if events in it should be thought of, as beside maintenance
 * @param reason in words for people
 */
public record Freeze(String name, Instant from, Instant until, boolean hard, String reason) {
    /**
     * @throws IllegalArgumentException if it does not last
     */
    public Freeze {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(name + " ends before it begins");
        }
    }

    /** True if that moment is in it. */
    public boolean has(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    /** True if an event runs for somebody in it. */
    public boolean meets(Reach reach) {
        return reach.from().isBefore(until) && from.isBefore(reach.until());
    }
}
