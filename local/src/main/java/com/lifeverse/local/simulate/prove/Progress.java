package com.lifeverse.local.simulate.prove;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far a check has come.
 *
 * @param sources names the sources that it was made with: others make it worthless
 * @param done how much of {@code total} is done
 * @param range what was played, such as {@code seeds 1..10000}
 * @param failures what did not hold, in a word each; the check goes on all the same
 * @param seconds how long it took so far
 * @param figures sums that it goes on with
 * @param notes what it measured, in words
 */
public record Progress(
        String check,
        String sources,
        long done,
        long total,
        String range,
        List<String> failures,
        long seconds,
        Map<String, Long> figures,
        String notes) {
    public Progress {
        failures = List.copyOf(failures);
        figures = new TreeMap<>(figures);
    }

    /** Nothing is done yet. */
    public static Progress none(String check, String sources) {
        return new Progress(check, sources, 0, 0, "", List.of(), 0, Map.of(), "");
    }

    public boolean complete() {
        return total > 0 && done >= total;
    }

    public boolean held() {
        return failures.isEmpty();
    }
}
