package com.lifeverse.local.simulate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What many seeds came to.
 *
 * @param seeds how many were played
 * @param failed those in which something did not hold
 * @param virtual how much time passed for all the stacks together
 * @param real how long that took here
 */
public record Tally(
        long seeds, List<Long> failed, Duration virtual, Duration real, long steps, long faults, long restarts) {
    /** Nothing was played yet. */
    public static final Tally NONE = new Tally(0, List.of(), Duration.ZERO, Duration.ZERO, 0, 0, 0);

    public Tally {
        failed = List.copyOf(failed);
    }

    /** With one run more, which took that long. */
    public Tally and(Run run, Duration took) {
        var all = new ArrayList<>(failed);
        if (!run.held()) {
            all.add(run.seed());
        }
        return new Tally(
                seeds + 1,
                all,
                virtual.plus(run.virtual()),
                real.plus(took),
                steps + run.timeline().steps(),
                faults + run.faults(),
                restarts + run.restarts());
    }

    public boolean held() {
        return failed.isEmpty();
    }

    /** How many seconds pass for a stack in one second here. */
    public long ratio() {
        return virtual.toMillis() / Math.max(1, real.toMillis());
    }
}
