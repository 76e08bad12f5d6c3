package com.lifeverse.local.dryrun;

import com.lifeverse.local.simulate.prove.Lifeline;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Policies;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.replay.ArchiveSpan;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * A process with little memory that makes an archive of very many players, each of whom is waited for, and tries a trigger on it. Says now
 * and then how far it is, and prints how many events it read, and how many players were found to have stayed away.
 */
final class Multitude {
    private static final int HOURS = 48;
    private static final int SAYS_EVERY = 100_000;

    private Multitude() {}

    /** Takes a directory, the number of events, and a seed, which says who the players are. */
    public static void main(String[] arguments) throws IOException {
        Lifeline.hold();
        Locale.setDefault(Locale.ROOT);
        var folder = Path.of(arguments[0]);
        int events = Integer.parseInt(arguments[1]);
        long first = Long.parseLong(arguments[2]) << 32;
        int an = events / HOURS;
        for (int hour = 0; hour < HOURS; hour++) {
            write(folder, hour, an, first);
        }
        var span = new ArchiveSpan(
                Happenings.START, Happenings.START.plus(Duration.ofHours(HOURS + 6)), Duration.ofHours(1));
        try (var scratch = Scratch.open()) {
            var plan = new DryRun.Plan(
                    Kinds.ABSENCE.file(),
                    Optional.empty(),
                    span,
                    Policies.standard().of(TriggerPolicy.class),
                    Duration.ofMinutes(1));
            var run = new DryRun(plan, scratch);
            long began = System.nanoTime();
            new FolderArchive(folder, span).each(line -> {
                run.take(line);
                if (run.read() % SAYS_EVERY == 0) {
                    System.out.printf(
                            "%,d events, the last of %s, %s%n",
                            run.read(), run.reached().orElseThrow(), heap());
                }
            });
            var found = run.end().document();
            System.out.printf(
                    "read %d fired %d players %d%n",
                    run.read(),
                    found.path("carriedOut").asLong(),
                    found.path("players").asLong());
            System.out.printf(
                    "measured: %,d events of %,d players in %,d s, %,d found to have stayed away, %s%n",
                    run.read(),
                    (run.read() * 2 + 2) / 3,
                    (System.nanoTime() - began) / 1_000_000_000,
                    found.path("carriedOut").asLong(),
                    heap());
        }
    }

    private static String heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return "%,d MB of a heap of %,d used"
                .formatted((runtime.totalMemory() - runtime.freeMemory()) >> 20, runtime.maxMemory() >> 20);
    }

    // Two thirds of them come once and are never heard of again.
    private static void write(Path folder, int hour, int events, long first) throws IOException {
        var file = folder.resolve("events/dt=2026-12-%02d/hr=%02d/part-0.json.gz".formatted(1 + hour / 24, hour % 24));
        Files.createDirectories(file.getParent());
        try (var out = new PrintWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            for (int number = 0; number < events; number++) {
                var time = Happenings.START.plus(Duration.ofHours(hour)).plusMillis(1 + number * 3_600_000L / events);
                long player = first + (long) hour * events + number - number % 3;
                var event = Envelope.first(
                        "evt_01a1fb98-f207-77f1-940a-%012x".formatted((long) hour * events + number),
                        number % 3 == 1 ? "milestone.reached.v1" : "match.ended.v1",
                        time,
                        "ply_01a1fb98-ef50-78db-a03f-%012x".formatted(number % 3 == 1 ? player : player + number % 3),
                        "game-server",
                        Map.of("outcome", "win", "durationSeconds", 300));
                out.println(Happenings.line(event));
            }
        }
    }
}
