package com.lifeverse.local.bench;

import com.lifeverse.local.kernel.Store;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures the tables: conditional updates in memory on one thread, on the engine and through the client, and durable
 * acknowledged writes of sixteen writers; and workflows: transitions of one execution after the other. Every round in memory has tables of its own, so that none pays for what the
 * stream of another one keeps; the durable rounds share one store, as its file grows in earnest.
 *
 * @param warmUps rounds of each kind that do not count
 * @param rounds rounds of each kind that count
 * @param updates updates a round in memory; durable ones are half as many
 */
public record Bench(int warmUps, int rounds, int updates) {
    private static final int PLAYERS = 16_000;
    private static final int WRITERS = 16;
    private static final double IN_MEMORY_BAR = 50_000;
    private static final double DURABLE_BAR = 5_000;
    private static final double TRANSITIONS_BAR = 5_000;
    private static final int EXECUTIONS = 3;

    /** Runs all, the durable part in {@code directory}, which must be empty. */
    public List<Measurement> run(Path directory) throws InterruptedException {
        var stopwatch = new Stopwatch(warmUps, rounds);
        return List.of(
                engine(stopwatch),
                client(stopwatch),
                durable(stopwatch, directory.resolve("tables")),
                transitions(stopwatch, directory.resolve("workflows")));
    }

    /** On file: that is how executions are kept, and each transition is a write of its own. */
    private Measurement transitions(Stopwatch stopwatch, Path directory) throws InterruptedException {
        try (var store = Store.in(directory)) {
            var workflows = new Transitions(store);
            return stopwatch.measure(
                    "durable workflow transitions", 1, TRANSITIONS_BAR, () -> () -> workflows.run(EXECUTIONS));
        }
    }

    private Measurement engine(Stopwatch stopwatch) throws InterruptedException {
        return stopwatch.measure("conditional updates in memory, engine", 1, IN_MEMORY_BAR, () -> {
            var tables = new EngineUpdates(Store.inMemory(), PLAYERS);
            return () -> tables.update(new Random(1), updates);
        });
    }

    private Measurement client(Stopwatch stopwatch) throws InterruptedException {
        return stopwatch.measure("conditional updates in memory, client", 1, IN_MEMORY_BAR, () -> {
            var tables = new ClientUpdates(Store.inMemory(), PLAYERS);
            return () -> tables.update(new Random(1), 0, PLAYERS, updates);
        });
    }

    private Measurement durable(Stopwatch stopwatch, Path directory) throws InterruptedException {
        try (var store = Store.in(directory);
                var threads = Executors.newFixedThreadPool(WRITERS)) {
            var tables = new ClientUpdates(store, PLAYERS);
            return stopwatch.measure(
                    "durable acknowledged writes, client", WRITERS, DURABLE_BAR, () -> () -> write(tables, threads));
        }
    }

    private long write(ClientUpdates tables, ExecutorService threads) throws InterruptedException {
        int players = PLAYERS / WRITERS;
        int each = updates / 2 / WRITERS;
        var writers = new ArrayList<Future<Long>>();
        for (int i = 0; i < WRITERS; i++) {
            int writer = i;
            writers.add(threads.submit(() -> tables.update(new Random(writer), writer * players, players, each)));
        }
        long done = 0;
        for (var writer : writers) {
            done += done(writer);
        }
        return done;
    }

    private static long done(Future<Long> writer) throws InterruptedException {
        try {
            return writer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A writer failed", e.getCause());
        }
    }
}
