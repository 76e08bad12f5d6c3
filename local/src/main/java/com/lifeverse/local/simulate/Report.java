package com.lifeverse.local.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A failed run as people read it: what did not hold, and the last of what led there. */
public final class Report {
    private static final int SHOWN = 60;
    private static final int AFTER = 3;

    private Report() {}

    /** The lines of a run; of one that held, only that it did. */
    public static List<String> of(Run run) {
        var lines = new ArrayList<String>();
        lines.add("seed %d of %s: %s after %d steps, %d faults, %d restarts and %s"
                .formatted(
                        run.seed(),
                        run.scenario(),
                        run.held() ? "holds" : "FAILS",
                        run.timeline().steps(),
                        run.faults().total(),
                        run.restarts(),
                        run.virtual()));
        if (!run.held()) {
            run.violations()
                    .forEach(violation -> lines.add("  step %d  %s: %s"
                            .formatted(step(run, violation), violation.invariant(), violation.what())));
            lines.addAll(excerpt(run));
            lines.add("  faults: " + run.faults());
            lines.add("  again, with the whole timeline: " + run.replay());
        }
        return lines;
    }

    /** The step of the run at which a violation showed: its last one, if only the end shows it. */
    public static int step(Run run, Violation violation) {
        return violation.step() > 0 ? violation.step() : run.timeline().steps();
    }

    /** The steps that led to the first violation: those that speak of the same player, session or event as it does. */
    public static List<String> excerpt(Run run) {
        var first = run.violations().stream()
                .min(Comparator.comparingInt(violation -> step(run, violation)))
                .orElseThrow(() -> new IllegalArgumentException("Seed %d holds".formatted(run.seed())));
        int until = step(run, first) + AFTER;
        var related = run.timeline().about(first.what(), until, SHOWN);
        return related.isEmpty() ? run.timeline().upTo(until, SHOWN) : related;
    }
}
