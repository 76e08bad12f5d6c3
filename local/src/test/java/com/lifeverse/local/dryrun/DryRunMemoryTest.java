package com.lifeverse.local.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("adapters")
class DryRunMemoryTest {
    /** {@code ./dev prove --only dry-run} plays a million. */
    private static final int EVENTS = Integer.getInteger("lifeverse.events", 96_000);

    private static final long SEED = Long.getLong("lifeverse.seed", 1);

    @TempDir
    private Path folder;

    @Test
    void manyPlayersTakeNoMoreMemoryThanFew() throws IOException, InterruptedException {
        // The states of so many players would not fit, were they not in the scratch file.
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx40m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Multitude.class.getName(),
                        folder.toString(),
                        Integer.toString(EVENTS),
                        Long.toString(SEED))
                .redirectErrorStream(true)
                .start();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var lines = new ArrayList<String>();
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                System.out.println(line);
            }
            var told = String.join("\n", lines);
            assertThat(process.waitFor()).as(told).isZero();
            int hourly = EVENTS / 48;
            // Of three events an hour's last may lack the second, which is what its player is waited for with.
            int gone = 48 * (hourly / 3 + (hourly % 3 == 1 ? 1 : 0));
            assertThat(told).contains("read %d fired %d ".formatted(hourly * 48, gone));
        } finally {
            process.destroyForcibly();
        }
    }
}
