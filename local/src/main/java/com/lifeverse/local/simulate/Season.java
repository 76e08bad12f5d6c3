package com.lifeverse.local.simulate;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/**
 * Plays many seeds of one simulation, several at once: a run is one thread's, and knows nothing of the others.
 *
 * @param threads how many at once
 */
public record Season(Simulation simulation, int threads) {
    /** A run waits to be heard until those before it were; more than this and they would pile up. */
    private static final int AHEAD = 4;

    private record Played(Run run, Duration took) {}

    /**
     * Plays all seeds of the range.
     *
     * @param told hears each run in the order of the seeds, with the tally so far
     */
    public Tally play(SeedRange range, BiConsumer<Run, Tally> told) throws InterruptedException {
        var tally = Tally.NONE;
        var ahead = new ArrayDeque<Future<Played>>();
        try (var stages = Executors.newFixedThreadPool(threads)) {
            // By how many have begun: there may be no seed after the last one.
            long begun = 0;
            while (begun < range.count() || !ahead.isEmpty()) {
                while (begun < range.count() && ahead.size() < threads * AHEAD) {
                    ahead.add(stages.submit(playing(range.first() + begun)));
                    begun++;
                }
                var played = heard(ahead.remove(), stages);
                tally = tally.and(Tally.of(played.run(), played.took()));
                told.accept(played.run(), tally);
            }
        }
        return tally;
    }

    private Callable<Played> playing(long seed) {
        return () -> {
            long began = System.nanoTime();
            try {
                return new Played(simulation.play(seed), Duration.ofNanos(System.nanoTime() - began));
            } catch (RuntimeException | Error e) {
                throw new IllegalStateException(
                        "Seed %d of %s could not be played"
                                .formatted(seed, simulation.scenario().name()),
                        e);
            }
        };
    }

    private static Played heard(Future<Played> played, ExecutorService stages) throws InterruptedException {
        try {
            return played.get();
        } catch (ExecutionException e) {
            stages.shutdownNow();
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
