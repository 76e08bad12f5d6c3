package com.lifeverse.local.simulate.prove;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs one test class with its full count instead of the reduced one that {@code ./dev test} runs it with.
 *
 * @param test the class
 * @param property tells it how much to do
 * @param total how much
 * @param home the checkout
 */
public record TestCheck(String name, String what, String test, String property, long total, Path home)
        implements Check {
    @Override
    public Progress run(Progress before, Consumer<Progress> keep, Consumer<String> progress)
            throws InterruptedException {
        long began = System.nanoTime();
        boolean found = found();
        boolean held = found && passes(progress);
        var took = Duration.ofNanos(System.nanoTime() - began);
        var result = new Progress(
                name,
                before.sources(),
                total,
                total,
                "%s=%d".formatted(property, total),
                held ? List.of() : List.of(found ? test + " fails" : "there is no test " + test),
                took.toSeconds(),
                Map.of(),
                "");
        keep.accept(result);
        return result;
    }

    /** A name that matches no test would pass. */
    private boolean found() {
        try (var files = Files.walk(home.resolve("local/src/test/java"))) {
            return files.anyMatch(file -> file.getFileName().toString().equals(test + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look for " + test, e);
        }
    }

    private boolean passes(Consumer<String> progress) throws InterruptedException {
        var maven = new ProcessBuilder(
                        home.resolve("mvnw").toString(),
                        "-B",
                        "-ntp",
                        "-pl",
                        "local",
                        "-am",
                        "test",
                        "-Dtest=" + test,
                        "-D" + property + "=" + total,
                        "-Dsurefire.failIfNoSpecifiedTests=false")
                .directory(home.toFile())
                .redirectErrorStream(true);
        try {
            var process = maven.start();
            try (var lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                lines.lines()
                        .filter(line -> line.contains("Tests run") || line.contains("ERROR") || line.contains("BUILD"))
                        .forEach(line -> progress.accept(name + ": " + line));
            }
            return process.waitFor() == 0;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run Maven in " + home, e);
        }
    }
}
