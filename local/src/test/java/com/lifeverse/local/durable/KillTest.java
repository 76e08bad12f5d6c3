package com.lifeverse.local.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.kernel.Store;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that writes, at random and the hard way, and looks at what it leaves behind. Each round goes on with
 * the remains of the last one. {@code -Dlifeverse.rounds=200} plays as many; {@code -Dlifeverse.seed=N} other ones.
 */
@Tag("adapters")
class KillTest {
    private static final int ROUNDS = Integer.getInteger("lifeverse.rounds", 5);
    private static final int KILLED = 128 + 9;
    private static final long SEED = Long.getLong("lifeverse.seed", 1);

    @TempDir
    private Path directory;

    @Test
    void noAcknowledgedWriteIsLostAndNoHalfTransactionSeen() throws Exception {
        var remains = new Remains();
        long lines = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long seed = SEED * 1_000_000 + round;
            int enough = 1 + new Random(seed).nextInt(4000);
            var told = new Told();
            run(round, seed, told, () -> told.lines() >= enough);
            lines += told.lines();
            try (var world = World.open(directory, round)) {
                remains.check(world, told);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "Round %d of seed %d, after %d acknowledged writes".formatted(round, SEED, told.lines()), e);
            }
        }
        System.out.printf("%d rounds, %d acknowledged writes, %d bytes left%n", ROUNDS, lines, size());
    }

    @Test
    void aSecondProcessIsRefusedWhileTheFirstOneLives() throws Exception {
        var told = new Told();
        run(0, SEED, told, () -> {
            if (told.lines() == 0) {
                return false;
            }
            assertThatThrownBy(() -> Store.in(directory)).hasMessageContaining("is in use by another stack");
            return true;
        });
        assertThat(told.lines()).isPositive();
    }

    /** Runs the process until {@code isEnough}, kills it, and hears what it has still said. */
    private void run(int round, long seed, Told told, BooleanSupplier isEnough) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-ea",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Doomed.class.getName(),
                        directory.toString(),
                        Integer.toString(round),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var out = process.inputReader()) {
            hear(out, told, isEnough);
            // By its handle: the process itself would close the pipe, with what it has still to say.
            process.toHandle().destroyForcibly();
            hear(out, told, () -> false);
            assertThat(process.waitFor()).as("killed, and nothing else").isEqualTo(KILLED);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void hear(BufferedReader out, Told told, BooleanSupplier isEnough) throws IOException {
        while (!isEnough.getAsBoolean()) {
            var line = out.readLine();
            if (line == null) {
                return;
            }
            told.line(line);
        }
    }

    private long size() throws IOException {
        try (var files = Files.list(directory)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
