package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A synthesis in a process of its own, as {@code ./dev synth} starts it: with the CDK's own validation, which is off in tests.
 *
 * @param assembly what it made
 * @param processors how much computing it took, whatever else the machine was doing
 */
record Synthesis(Assembly assembly, Duration processors) {
    private static final int PATIENCE_MINUTES = 5;

    /**
     * Synthesises.
     *
     * @param temporary where it may write
     * @throws AssertionError with all that it said, if it fails
     */
    static Synthesis of(String stage, Path root, Path temporary) throws IOException, InterruptedException {
        return of(stage, root, temporary, true);
    }

    /** As the other, without the CDK's own validation. */
    static Synthesis unchecked(String stage, Path root, Path temporary) throws IOException, InterruptedException {
        return of(stage, root, temporary, false);
    }

    private static Synthesis of(String stage, Path root, Path temporary, boolean checked)
            throws IOException, InterruptedException {
        var out = temporary.resolve("out-" + stage);
        var log = temporary.resolve("log-" + stage);
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                // As ./dev synth: what is compiled with care in so short a life costs more than it brings.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LifeVerseApp.class.getName(),
                "--stage",
                stage,
                "--root",
                root.toString(),
                "--out",
                out.toString());
        command.environment().remove("CDK_VALIDATION");
        if (!checked) {
            command.environment().put("CDK_VALIDATION", "false");
        }
        var process =
                command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        var taken = new TreeMap<Long, Duration>();
        boolean ended = false;
        for (int second = 0; second < PATIENCE_MINUTES * 60 && !ended; second++) {
            ended = process.waitFor(1, TimeUnit.SECONDS);
            measure(process.toHandle(), taken);
        }
        process.destroyForcibly();
        assertThat(ended).as(Files.readString(log)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
        return new Synthesis(Assembly.read(out), taken.values().stream().reduce(Duration.ZERO, Duration::plus));
    }

    /** The CDK itself runs in node, a child of this child. */
    private static void measure(ProcessHandle process, Map<Long, Duration> taken) {
        Stream.concat(Stream.of(process), process.descendants())
                .forEach(each -> each.info().totalCpuDuration().ifPresent(used -> taken.put(each.pid(), used)));
    }
}
