package com.lifeverse.local.simulate.prove;

import com.lifeverse.local.simulate.Scenario;
import com.lifeverse.local.simulate.Simulation;
import com.lifeverse.local.simulate.world.Snapshot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.Consumer;

/**
 * Plays a scenario's seeds, from the first.
 *
 * @param total how many
 * @param assembly what is played on
 */
public record SimulationCheck(Scenario scenario, long total, Path assembly) implements Check {
    private static final int KEPT_EVERY = 50;

    @Override
    public String name() {
        return "simulate-" + scenario.name();
    }

    @Override
    public String what() {
        return "%,d seeds: %s".formatted(total, scenario.description());
    }

    @Override
    public Progress run(Progress before, Consumer<Progress> keep, Consumer<String> progress) {
        var simulation = Simulation.of(scenario, Snapshot.of(assembly));
        var failures = new ArrayList<>(before.failures());
        long began = System.nanoTime();
        var virtual = Duration.ZERO;
        var now = before;
        for (long seed = before.done() + 1; seed <= total; seed++) {
            var run = simulation.play(seed);
            virtual = virtual.plus(run.virtual());
            if (!run.held()) {
                failures.add("seed " + seed);
                progress.accept("%s: seed %d fails: %s"
                        .formatted(name(), seed, run.violations().getFirst()));
            }
            if (seed % KEPT_EVERY == 0 || seed == total) {
                var took = Duration.ofNanos(System.nanoTime() - began);
                now = new Progress(
                        name(),
                        before.sources(),
                        seed,
                        total,
                        "seeds 1..%d".formatted(seed),
                        failures,
                        before.seconds() + took.toSeconds(),
                        "virtual : real = %,d : 1".formatted(virtual.toMillis() / Math.max(1, took.toMillis())));
                keep.accept(now);
                progress.accept("%s: %,d of %,d seeds, %d failed, %s"
                        .formatted(name(), seed, total, failures.size(), now.notes()));
            }
        }
        return now;
    }
}
