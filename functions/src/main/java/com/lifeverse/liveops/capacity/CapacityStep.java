package com.lifeverse.liveops.capacity;

import java.time.Instant;
import java.util.List;

/**
 * A change of what stands ready.
 *
 * @param changes what changes, in the order of targets
 */
public record CapacityStep(Instant at, Demand before, Demand after, List<Change> changes) {
    /** One target that has more or less than before. */
    public record Change(Target from, Target to) {}

    public CapacityStep {
        changes = List.copyOf(changes);
    }
}
