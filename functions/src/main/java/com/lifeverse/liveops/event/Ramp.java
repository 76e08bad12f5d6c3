package com.lifeverse.liveops.event;

import java.time.Duration;
import java.util.List;

/**
 * How an event comes to more and more players, in each of its occurrences.
 *
 * @param steps the first holds from the start on, each of the others after so long
 * @param guards names of alarms: while the event ramps up, one that rings takes it back to the step before and holds it there
 */
public record Ramp(List<Step> steps, List<String> guards) {
    /**
     * For whom it is from a moment on.
     *
     * @param percent of the audience at most, 0 to 100
     * @param regions where; none for everywhere
     * @param after so long after the occurrence starts, for whom it starts first
     */
    public record Step(int percent, List<String> regions, Duration after) {
        public Step {
            regions = List.copyOf(regions);
        }

        /** True if it is there for somebody in that region. */
        public boolean isIn(String region) {
            return regions.isEmpty() || regions.contains(region);
        }
    }

    public Ramp {
        steps = List.copyOf(steps);
        guards = List.copyOf(guards);
    }
}
