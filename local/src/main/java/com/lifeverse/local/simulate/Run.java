package com.lifeverse.local.simulate;

import com.lifeverse.local.simulate.fault.FaultCounts;
import com.lifeverse.local.simulate.timeline.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came of one seed.
 *
 * @param replay the command that plays it again
 * @param virtual how much time passed for the stack
 * @param faults how often what went wrong
 * @param restarts how often the stack was started again
 * @param redriven how many dead letters were handed back
 * @param counts how often what was played that the scenario is about
 */
public record Run(
        String scenario,
        long seed,
        String replay,
        List<Violation> violations,
        Timeline timeline,
        Duration virtual,
        FaultCounts faults,
        int restarts,
        int redriven,
        Map<String, Long> counts) {
    public Run {
        violations = List.copyOf(violations);
        counts = Map.copyOf(counts);
    }

    /** True if everything held. */
    public boolean held() {
        return violations.isEmpty();
    }
}
