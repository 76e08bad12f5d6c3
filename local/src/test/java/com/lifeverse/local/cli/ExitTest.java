package com.lifeverse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a command exits with when something is in its way: never with a fault of ours. */
@Tag("adapters")
final class ExitTest {
    @ParameterizedTest
    @ValueSource(strings = {"::bad", "nope", "ftp://127.0.0.1", "http://"})
    void aUrlThatIsNoneIsAMatterOfUsage(String url) {
        assertThat(Dev.run("token", "alice", "--url", url)).isEqualTo(Exit.USAGE);
        assertThat(Dev.run("why", "ses_1", "--url", url)).isEqualTo(Exit.USAGE);
    }

    @Test
    void aStackThatIsNotThereIsUnreachable() {
        assertThat(Dev.run("token", "alice", "--url", "http://127.0.0.1:1")).isEqualTo(Exit.UNREACHABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "triggers plan {bytes} --url {url}",
                "triggers plan {folders} --url {url}",
                "triggers plan triggers --url http://127.0.0.1:99999",
                "triggers plan {fine} --url {url} --token t\u00f6ken",
                "triggers plan {fine} --url http://stack.example",
                "triggers rollback --to -1 --url {url}",
                "triggers rollback --to x --url {url}",
                "triggers replay --from 2026-11-20T10:00:00Z --to 2026-11-20T11:00:00Z --note n --filter {fine} --url {url}",
                "explain any {bytes}/x.yaml --url {url}",
                "dry-run {bytes}/x.yaml --samples {event}",
                "dry-run first-win-of-the-day --samples {bytes}/x.yaml",
                "dry-run first-win-of-the-day --samples {brace}",
                "dry-run first-win-of-the-day --samples {number}",
                "dry-run first-win-of-the-day --from 0001-01-01T00:00:00Z --to 9999-01-01T00:00:00Z --archive {fine}",
                "dry-run first-win-of-the-day --from 2026-11-15T00:00:00Z --to 2026-11-14T00:00:00Z --archive {fine}",
                "dry-run first-win-of-the-day --from 2026-11-14T00:00:00Z --to 2026-11-15T00:00:00Z --archive {archive}",
                "dry-run first-win-of-the-day --from 2026-11-14T00:00:00Z --to 2026-11-15T00:00:00Z --data {fine}"
            })
    void whatDoesNotFitIsAMatterOfUsage(String words, @TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("bytes"));
        Files.write(folder.resolve("bytes/x.yaml"), new byte[] {-1, -2, 0});
        Files.createDirectories(folder.resolve("folders/x.yaml"));
        var fine = Files.createDirectories(folder.resolve("fine"));
        Files.writeString(fine.resolve("in-force.txt"), "");
        Files.writeString(folder.resolve("brace"), "{");
        Files.writeString(folder.resolve("number"), "5");
        Files.writeString(folder.resolve("event"), "{\"time\": \"2026-11-14T00:00:00Z\"}");
        var hour = Files.createDirectories(folder.resolve("archive/events/dt=2026-11-14/hr=00"));
        Files.writeString(hour.resolve("part-1.json.gz"), "not packed");
        var arguments = words.replace("{url}", "http://127.0.0.1:1")
                .replaceAll("\\{(\\w+)}", Matcher.quoteReplacement(folder + "/") + "$1")
                .split(" ", -1);

        assertThat(Dev.run(arguments)).isEqualTo(Exit.USAGE);
        assertThat(fine.resolve("stack.mv")).doesNotExist();
    }

    @Test
    void dataOfAStackThatRunsAreAMatterOfTheMachine(@TempDir Path folder) {
        try (var _ = Store.in(folder)) {
            assertThat(Dev.run(
                            "dry-run",
                            "first-win-of-the-day",
                            "--from",
                            "2026-11-14T00:00:00Z",
                            "--to",
                            "2026-11-15T00:00:00Z",
                            "--data",
                            folder.toString()))
                    .isEqualTo(Exit.ENVIRONMENT);
        }
    }

    @Test
    void commandsWithinCommandsHaveTheirWholeNames() {
        var said = new StringWriter();

        assertThat(Dev.run(new PrintWriter(said), "triggers", "rollback", "--to", "x", "--json"))
                .isEqualTo(Exit.USAGE);
        assertThat(Json.read(said.toString()).path("command").asText()).isEqualTo("triggers rollback");
        said.getBuffer().setLength(0);
        Dev.run(new PrintWriter(said), "triggers", "rollback", "--help");
        assertThat(said.toString()).startsWith("Usage: ./dev triggers rollback ");
    }

    @Test
    void whatAnswersAndIsNoStackIsUnreachable() throws IOException {
        var other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("<html>".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        other.start();
        try {
            var url = "http://127.0.0.1:" + other.getAddress().getPort();
            assertThat(Dev.run("runs", "list", "webhook-delivery", "--url", url, "--token", "t"))
                    .isEqualTo(Exit.UNREACHABLE);
        } finally {
            other.stop(0);
        }
    }

    @Test
    void dataThatCannotBeKeptThereIsAMatterOfTheMachine(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("manifest.json"), "{}");
        var file = Files.writeString(directory.resolve("a-file"), "");
        var options = new StackOptions(directory, Optional.of(file.resolve("data")), 0, Optional.empty());
        Assertions.assertThatThrownBy(() -> Starting.stack(options))
                .isInstanceOf(Exit.Unusable.class)
                .hasMessageContaining("Cannot make the data directory")
                .hasMessageContaining("a-file");
    }
}
