package com.lifeverse.trigger.decide;

import com.lifeverse.trigger.spec.Limits;
import java.time.Duration;
import java.time.Instant;

/**
 * What a state knows of firings besides those that it remembers. Versions of a trigger share a state, and one that goes by its firings for
 * longer than another may come back.
 *
 * @param reach for how long limits go by a firing, of those versions that fired the longest
 * @param last when a version with that reach fired last
 * @param forgotten when the last firing was that is not known any more although limits of a version that fired may go by it
 */
public record Firings(Duration reach, Instant last, Instant forgotten) {
    /** There were none. */
    public static final Firings NONE = new Firings(Duration.ZERO, Instant.EPOCH, Instant.EPOCH);

    /** From then on no limit of a version that fired goes by any firing so far of that reach. */
    public Instant until() {
        return last.plus(reach);
    }

    /** With one more, of a version with these limits. */
    Firings with(Instant fired, Limits limits) {
        var own = limits.reach();
        boolean farthest = own.compareTo(reach) >= 0 || !until().isAfter(fired);
        return farthest ? new Firings(own, later(last, fired), forgotten) : this;
    }

    /**
     * Without this one.
     *
     * @param acting events before it are not acted on
     */
    Firings forgetting(Instant fired, Instant acting) {
        return fired.plus(reach).isAfter(acting) ? new Firings(reach, last, later(forgotten, fired)) : this;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
