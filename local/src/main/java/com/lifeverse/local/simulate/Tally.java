package com.lifeverse.local.simulate;

import com.lifeverse.local.simulate.fault.FaultCounts;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What many seeds came to, of one scenario or of several.
 *
 * @param seeds how many were played
 * @param failed those in which something did not hold, such as {@code first-light 164}
 * @param virtual how much time passed for all the stacks together
 * @param real how long that took here, one after the other
 * @param counts how often what was played that the scenarios are about
 */
public record Tally(
        long seeds,
        List<String> failed,
        Duration virtual,
        Duration real,
        long steps,
        FaultCounts faults,
        long restarts,
        long redriven,
        Map<String, Long> counts) {
    /** Nothing was played yet. */
    public static final Tally NONE =
            new Tally(0, List.of(), Duration.ZERO, Duration.ZERO, 0, FaultCounts.NONE, 0, 0, Map.of());

    public Tally {
        failed = List.copyOf(failed);
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    /** One run, which took that long. */
    public static Tally of(Run run, Duration took) {
        return new Tally(
                1,
                run.held() ? List.of() : List.of(run.scenario() + " " + run.seed()),
                run.virtual(),
                took,
                run.timeline().steps(),
                run.faults(),
                run.restarts(),
                run.redriven(),
                run.counts());
    }

    /** Both together. */
    public Tally and(Tally other) {
        return new Tally(
                seeds + other.seeds,
                Stream.concat(failed.stream(), other.failed.stream()).toList(),
                virtual.plus(other.virtual),
                real.plus(other.real),
                steps + other.steps,
                faults.and(other.faults),
                restarts + other.restarts,
                redriven + other.redriven,
                sum(counts, other.counts));
    }

    private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
        var all = new TreeMap<>(one);
        other.forEach((name, times) -> all.merge(name, times, Long::sum));
        return all;
    }

    public boolean held() {
        return failed.isEmpty();
    }

    /** What happened, in a line that is the same every time. */
    public String summary() {
        return "%,d of %,d seeds hold; %s%,d steps, %,d restarts, %,d letters handed back; faults: %s; %,d h of the stack's time"
                .formatted(
                        seeds - failed.size(), seeds, counted(), steps, restarts, redriven, faults, virtual.toHours());
    }

    /** How fast that was here, in a line. */
    public String pace() {
        return "%,d h of the stack's time in %,.1f s, virtual : real = %,d : 1, %,d ms a seed"
                .formatted(virtual.toHours(), real.toMillis() / 1000.0, ratio(), real.toMillis() / Math.max(1, seeds));
    }

    private String counted() {
        return counts.entrySet().stream()
                .filter(count -> !count.getKey().startsWith(Scenario.ASIDE))
                .map(count -> "%,d %s, ".formatted(count.getValue(), count.getKey()))
                .collect(Collectors.joining());
    }

    /** How many seconds pass for a stack in one second here, on one core. */
    public long ratio() {
        return virtual.toMillis() / Math.max(1, real.toMillis());
    }
}
