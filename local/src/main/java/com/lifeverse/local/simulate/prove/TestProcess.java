package com.lifeverse.local.simulate.prove;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs a test class of this module in a process of its own. That process listens to its standard input, and ends when
 * nobody holds the other end any more: it does not outlive this one, not even if this one is killed the hard way.
 *
 * @param home the checkout, whose tests are built
 */
public record TestProcess(Path home) {
    /** What it exits with if all tests of the class have passed. */
    public static final int HELD = 0;

    /** If one has failed: none of the numbers that a JVM or a shell makes up when something else goes wrong. */
    public static final int FAILED = 100;

    /** How a library remarks that nobody has given it a log. */
    private static final String NO_LOG = "SLF4J: ";

    private static final String MAIN = "com.lifeverse.local.simulate.prove.OneTest";

    /**
     * Whether all tests of the class passed.
     *
     * @param properties what it is told, by name
     * @param told takes each line that it prints
     * @throws CannotRun if no test has said anything: it is not built, or its process ended otherwise
     */
    boolean passes(String test, Map<String, Long> properties, Consumer<String> told)
            throws CannotRun, InterruptedException {
        var process = started(test, properties);
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith(NO_LOG)) {
                    told.accept(line);
                }
            }
            int code = process.waitFor();
            return switch (code) {
                case HELD -> true;
                case FAILED -> false;
                default ->
                    throw new CannotRun("%s did not come to a result: its process ended with %d".formatted(test, code));
            };
        } catch (IOException e) {
            throw new CannotRun("%s could not be heard: %s".formatted(test, e.getMessage()), e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process started(String test, Map<String, Long> properties) throws CannotRun {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                // As much as commands have that measure.
                "-Xmx1g",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlifeverse.home=" + home));
        properties.forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
        command.addAll(List.of("-cp", classPath(), MAIN, test));
        try {
            return new ProcessBuilder(command)
                    .directory(home.resolve("local").toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            throw new CannotRun("%s could not be started: %s".formatted(test, e.getMessage()), e);
        }
    }

    private String classPath() throws CannotRun {
        var file = home.resolve("local/target/test-classpath.txt");
        try {
            return String.join(
                    File.pathSeparator,
                    home.resolve("local/target/test-classes").toString(),
                    home.resolve("local/target/classes").toString(),
                    home.resolve("functions/target/test-classes").toString(),
                    home.resolve("functions/target/classes").toString(),
                    Files.readString(file).strip());
        } catch (IOException e) {
            throw new CannotRun("The tests are not built (%s); ./dev prove builds them".formatted(e.getMessage()), e);
        }
    }
}
