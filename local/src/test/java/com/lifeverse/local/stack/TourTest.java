package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.LocalStack;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.tour.Tour;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The tour is what the README shows, whatever happens to it on the way. */
@Tag("stack")
final class TourTest {
    private static final int STEPS = 11;
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

    @TempDir
    Path directory;

    @Test
    void theReadmeShowsWhatTheTourDoes() throws IOException, InterruptedException {
        var results = new ByteArrayOutputStream();
        var progress = OutputStream.nullOutputStream();
        var tour = Tour.in(
                Optional.empty(),
                START,
                new PrintStream(results, true, StandardCharsets.UTF_8),
                new PrintStream(progress));
        try (var stack = LocalStack.start(StackOptions.of(Game.assembly()).at(START), new PrintStream(progress))) {
            tour.run(stack);
            assertThat(stack.faults().seen()).isEmpty();
        }
        assertThat(normalised(results.toString(StandardCharsets.UTF_8))).isEqualTo(normalised(shownInReadme()));
    }

    @Test
    void killedAtEveryStepAndResumedNothingIsLostAndNothingDoubled() throws IOException, InterruptedException {
        for (var moment : moments()) {
            var said = saidUntilKilledAt(moment);
            assertThat(said.getLast())
                    .as("the tour until it was killed at \"%s\": %s", moment, String.join("\n", said))
                    .containsPattern(atThisMomentOrPastIt(moment));
        }
        var last = start();
        try (var results = reader(last.getInputStream())) {
            assertThat(withoutRetries(String.join("\n", results.lines().toList())))
                    .isEqualTo(withoutRetries(shownInReadme()));
        }
        assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(last.exitValue()).isZero();
        assertThat(grants()).hasSize(1);
    }

    /** Starting, and each step: when it begins, and when it is answered but not yet noted. */
    private static List<String> moments() {
        return Stream.concat(
                        Stream.of("Starting the stack"),
                        IntStream.rangeClosed(1, STEPS)
                                .boxed()
                                .flatMap(step -> Stream.of("step " + step + " of", "step " + step + " answered")))
                .toList();
    }

    /** A kill that came late finds the step done: then this moment cannot be had again. */
    private static String atThisMomentOrPastIt(String moment) {
        return "^" + moment + "|^" + moment.replaceAll("(step \\d+) .*", "$1 of \\\\d+: done before");
    }

    /** Runs the tour until {@code moment}, then kills it with SIGKILL; the last line is another if it ended before. */
    private List<String> saidUntilKilledAt(String moment) throws IOException, InterruptedException {
        var process = start();
        var said = new ArrayList<String>();
        var stop = Pattern.compile(atThisMomentOrPastIt(moment));
        try (var progress = reader(process.getErrorStream())) {
            for (var line = progress.readLine(); line != null; line = progress.readLine()) {
                said.add(line);
                if (stop.matcher(line).find()) {
                    break;
                }
            }
            process.destroyForcibly().waitFor();
            return said;
        }
    }

    private Process start() throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx512m"));
        command.add("-Dlifeverse.home=" + System.getProperty("lifeverse.home"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "com.lifeverse.local.cli.Dev"));
        command.addAll(List.of("tour", "--data", directory.toString(), "--resume"));
        return new ProcessBuilder(command).start();
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** The entries of the grant ledger that the killed stacks have left. */
    private List<String> grants() {
        var options = StackOptions.of(Game.assembly()).keptIn(directory);
        try (var stack = LocalStack.start(options, new PrintStream(OutputStream.nullOutputStream()))) {
            stack.settle();
            return stack.tables().scan(scan -> scan.tableName(stack.ref("TriggersTable"))).items().stream()
                    .map(item ->
                            item.getOrDefault("sk", AttributeValue.fromS("")).s())
                    .filter(key -> key.startsWith("grant#"))
                    .toList();
        }
    }

    private static String shownInReadme() throws IOException {
        var readme =
                Files.readString(Path.of(System.getProperty("lifeverse.home")).resolve("README.md"));
        int start = readme.indexOf("```console", readme.indexOf("<!-- tour -->"));
        return readme.substring(readme.indexOf('\n', start) + 1, readme.indexOf("\n```", start));
    }

    /**
     * Without what only retries make: a step that was killed asks again, and an outbox that was killed before its
     * checkpoint tells again, which runs the workflow again. What the player has is compared as it stands.
     */
    private static String withoutRetries(String transcript) {
        return normalised(transcript)
                .replaceAll("\\n *\"accessToken(ExpiresAt)?\": \"[A-Z]+\",", "")
                .replaceAll("(\\{\\s*\"workflow\"[^{}]*})(,\\s*\\1)+", "$1");
    }

    /** Without what differs from run to run: ids, times, tokens. */
    private static String normalised(String transcript) {
        var text = transcript.strip();
        for (var rule : Map.of(
                        "\\b[a-z]{3}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID",
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "TIME",
                        "(Token\": \")[^\"]+", "$1TOKEN",
                        "/requests/[^\"]+", "/requests/ID")
                .entrySet()) {
            text = text.replaceAll(rule.getKey(), rule.getValue());
        }
        return text;
    }
}
