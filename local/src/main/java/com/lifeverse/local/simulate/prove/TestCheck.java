package com.lifeverse.local.simulate.prove;

import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Runs one test class, batch by batch, until the full count is reached; {@code ./dev test} runs it once, with less. Each
 * batch has another seed, and what it came to is kept before the next one begins.
 *
 * @param test the class, which reads its seed from {@value #SEED}
 * @param property tells it how much to do
 * @param total how much, over all batches
 * @param batch how much at once
 */
public record TestCheck(
        String name, String what, String test, String property, long total, long batch, TestProcess process)
        implements Check {
    /** Tells a test what to draw from. */
    public static final String SEED = "lifeverse.seed";

    /** How a line of a test begins whose rest is worth writing down. */
    private static final String MEASURED = "measured: ";

    /** How one begins that tells of sums, such as {@code 7 pairs, 2 matching}: those of all batches are added up. */
    private static final String COUNTED = "counted: ";

    private static final Pattern COUNT = Pattern.compile("([0-9]+) ([^,]+)");
    private static final String SUM = "count ";
    private static final String MILLISECONDS = "real, ms";

    public TestCheck {
        if (batch < 1 || total < batch || total % batch != 0) {
            throw new IllegalArgumentException("%d cannot be done in batches of %d".formatted(total, batch));
        }
    }

    @Override
    public Progress run(Progress before, Consumer<Progress> keep, Consumer<String> progress)
            throws CannotRun, InterruptedException {
        var now = before;
        while (now.done() < total) {
            long seed = now.done() / batch + 1;
            long began = System.nanoTime();
            var measured = new StringBuilder();
            var counts = new TreeMap<String, Long>();
            boolean held = process.passes(test, Map.of(property, batch, SEED, seed), line -> {
                progress.accept("  %s, seed %d: %s".formatted(name, seed, line));
                if (line.startsWith(COUNTED)) {
                    COUNT.matcher(line.substring(COUNTED.length()))
                            .results()
                            .forEach(count ->
                                    counts.merge(SUM + count.group(2), Long.parseLong(count.group(1)), Long::sum));
                }
                if (line.startsWith(MEASURED)) {
                    measured.append("; ").append(line.substring(MEASURED.length()));
                }
            });
            counts.put(MILLISECONDS, (System.nanoTime() - began) / 1_000_000);
            now = after(now, seed, held, measured.toString(), counts);
            keep.accept(now);
            progress.accept("%s: %,d of %,d, %s"
                    .formatted(
                            name,
                            now.done(),
                            total,
                            held ? "holds so far" : "seed %d FAILS; again: %s".formatted(seed, again(seed))));
        }
        return now;
    }

    private Progress after(Progress before, long seed, boolean held, String measured, Map<String, Long> counts) {
        var failures = new ArrayList<>(before.failures());
        if (!held) {
            failures.add("%s %d".formatted(name, seed));
        }
        var figures = new TreeMap<>(before.figures());
        counts.forEach((figure, amount) -> figures.merge(figure, amount, Long::sum));
        var sums = new StringBuilder();
        figures.forEach((figure, amount) -> {
            if (figure.startsWith(SUM)) {
                sums.append("; %,d %s".formatted(amount, figure.substring(SUM.length())));
            }
        });
        return new Progress(
                name,
                before.sources(),
                before.done() + batch,
                total,
                "1..%d".formatted(seed),
                failures,
                figures.getOrDefault(MILLISECONDS, 0L) / 1_000,
                figures,
                "%,d a seed%s%s".formatted(batch, sums, measured));
    }

    private String again(long seed) {
        return "./mvnw test -Dsurefire.failIfNoSpecifiedTests=false -Dtest=%s -D%s=%d -D%s=%d"
                .formatted(test.substring(test.lastIndexOf('.') + 1), property, batch, SEED, seed);
    }
}
