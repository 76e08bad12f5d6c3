package com.lifeverse.local.simulate.trigger;

import com.lifeverse.local.simulate.Scenario;
import com.lifeverse.local.simulate.trigger.Stops.Side;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The table of crash points: in how many runs each step was cut, and what became of the effects of those runs. */
public final class CrashPointPage {
    private static final String LOST = "LOST";
    private static final String DOUBLED = "DOUBLED";

    private CrashPointPage() {}

    /**
     * What one run adds.
     *
     * @param lost how many of its effects were
     */
    static Map<String, Long> counts(Map<CrashPoint, Set<Side>> cuts, long lost, long doubled) {
        var counts = new TreeMap<String, Long>();
        cuts.forEach((point, sides) -> {
            sides.forEach(side -> counts.put(name(point, side.name()), 1L));
            counts.put(name(point, LOST), lost);
            counts.put(name(point, DOUBLED), doubled);
        });
        return counts;
    }

    /**
     * The page.
     *
     * @param seeds which were played, such as {@code 1..200}
     * @param counts the sums of what runs have counted
     */
    public static String of(String seeds, long runs, Map<String, Long> counts) {
        var text = new StringBuilder("""
                # Crash points

                Between any two steps of the way from an event to its effects a process may end: a function crashes or runs out of time, or the whole
                stack ends, right behind any durable write as well, and starts again on what is kept. The table says in how many of %,d runs (seeds %s of
                `./dev simulate triggers`) a step was cut so, and what became of the effects that were decided in those runs, whenever, %,d in all: lost is
                what was decided and in the end not done, doubled what was done more often than decided.

                Made by `./dev prove --only triggers`; with which sources and when is told in [Proof](proof.md). What a step may be is
                [CrashPoint](../local/src/main/java/com/lifeverse/local/simulate/trigger/CrashPoint.java); a test keeps both equal.

                | step | ended before it was done | ended behind it | done, and its answer lost | effects lost | effects doubled |
                | --- | ---: | ---: | ---: | ---: | ---: |
                """.formatted(runs, seeds, counts.getOrDefault("effects", 0L)));
        for (var point : CrashPoint.values()) {
            text.append("| ").append(point).append(" |");
            for (var side : Side.values()) {
                text.append(cell(counts, name(point, side.name())));
            }
            text.append(cell(counts, name(point, LOST)))
                    .append(cell(counts, name(point, DOUBLED)))
                    .append('\n');
        }
        return text.toString();
    }

    private static String cell(Map<String, Long> counts, String name) {
        return String.format(Locale.ROOT, " %,d |", counts.getOrDefault(name, 0L));
    }

    private static String name(CrashPoint point, String what) {
        return Scenario.ASIDE + point.name() + " " + what;
    }
}
