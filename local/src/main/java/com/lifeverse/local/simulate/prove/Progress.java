package com.lifeverse.local.simulate.prove;

import java.util.List;

/**
 * How far a check has come.
 *
 * @param sources names the sources that it was made with: others make it worthless
 * @param done how much of {@code total} is done
 * @param range what was played, such as {@code seeds 1..10000}
 * @param failures what did not hold, in a word each; the check goes on all the same
 * @param seconds how long it took so far
 * @param notes figures that it measured on the way
 */
public record Progress(
        String check,
        String sources,
        long done,
        long total,
        String range,
        List<String> failures,
        long seconds,
        String notes) {
    public Progress {
        failures = List.copyOf(failures);
    }

    /** Nothing is done yet. */
    public static Progress none(String check, String sources) {
        return new Progress(check, sources, 0, 0, "", List.of(), 0, "");
    }

    public boolean complete() {
        return total > 0 && done >= total;
    }

    public boolean held() {
        return failures.isEmpty();
    }
}
