package com.lifeverse.local.simulate.prove;

import com.lifeverse.local.simulate.Report;
import com.lifeverse.local.simulate.Scenario;
import com.lifeverse.local.simulate.Season;
import com.lifeverse.local.simulate.SeedRange;
import com.lifeverse.local.simulate.Simulation;
import com.lifeverse.local.simulate.Tally;
import com.lifeverse.local.simulate.fault.FaultKind;
import com.lifeverse.local.simulate.world.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Plays a scenario's seeds, from the first.
 *
 * @param total how many
 * @param assembly what is played on
 */
public record SimulationCheck(Scenario scenario, long total, Path assembly) implements Check {
    private static final int KEPT_EVERY = 50;
    private static final String VIRTUAL = "virtual, ms";
    private static final String REAL = "real, ms";
    private static final String FAULT = "fault ";
    private static final String COUNT = "count ";

    @Override
    public String name() {
        return scenario.name();
    }

    @Override
    public String what() {
        return "%,d seeds: %s".formatted(total, scenario.description());
    }

    @Override
    public Progress run(Progress before, Consumer<Progress> keep, Consumer<String> progress)
            throws InterruptedException {
        var season = new Season(
                Simulation.of(scenario, Snapshot.of(assembly)),
                Runtime.getRuntime().availableProcessors());
        long began = System.nanoTime();
        var range = new SeedRange(before.done() + 1, total);
        var latest = new AtomicReference<>(before);
        season.play(range, (run, tally) -> {
            if (!run.held()) {
                Report.of(run).forEach(progress);
            }
            if (run.seed() % KEPT_EVERY == 0 || run.seed() == total) {
                var now = after(before, run.seed(), tally, Duration.ofNanos(System.nanoTime() - began));
                latest.set(now);
                keep.accept(now);
                progress.accept("%s: %,d of %,d seeds, %d failed"
                        .formatted(name(), now.done(), total, now.failures().size()));
            }
        });
        return latest.get();
    }

    @Override
    public Optional<Scenario.Page> page(Progress result) {
        var counts = new TreeMap<String, Long>();
        result.figures().forEach((figure, amount) -> {
            if (figure.startsWith(COUNT)) {
                counts.put(figure.substring(COUNT.length()), amount);
            }
        });
        return scenario.page(result.range(), result.done(), counts);
    }

    private Progress after(Progress before, long seed, Tally tally, Duration took) {
        var figures = new TreeMap<>(before.figures());
        figures(tally).forEach((figure, amount) -> figures.merge(figure, amount, Long::sum));
        return new Progress(
                name(),
                before.sources(),
                seed,
                total,
                "1..%d".formatted(seed),
                Stream.concat(before.failures().stream(), tally.failed().stream())
                        .toList(),
                before.seconds() + took.toSeconds(),
                figures,
                notes(figures));
    }

    private static Map<String, Long> figures(Tally tally) {
        var figures = new TreeMap<String, Long>();
        figures.put(VIRTUAL, tally.virtual().toMillis());
        figures.put(REAL, tally.real().toMillis());
        figures.put("steps", tally.steps());
        for (var kind : FaultKind.values()) {
            figures.put(FAULT + kind, tally.faults().of(kind));
        }
        tally.counts().forEach((name, times) -> figures.put(COUNT + name, times));
        return figures;
    }

    private static String notes(Map<String, Long> figures) {
        var faults = new ArrayList<String>();
        for (var kind : FaultKind.values()) {
            faults.add("%,d %s".formatted(figures.getOrDefault(FAULT + kind, 0L), kind));
        }
        var counts = new StringBuilder();
        figures.forEach((figure, amount) -> {
            if (figure.startsWith(COUNT) && !figure.startsWith(COUNT + Scenario.ASIDE)) {
                counts.append("%,d %s, ".formatted(amount, figure.substring(COUNT.length())));
            }
        });
        return "%s%,d steps; %s; virtual : real = %,d : 1 on one core"
                .formatted(
                        counts,
                        figures.getOrDefault("steps", 0L),
                        String.join(", ", faults),
                        figures.getOrDefault(VIRTUAL, 0L) / Math.max(1, figures.getOrDefault(REAL, 1L)));
    }
}
