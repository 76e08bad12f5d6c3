package com.lifeverse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.stack.Game;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of live events come to a stack and are taken back, as often as anybody asks. */
@Tag("stack")
final class LiveopsOnStackTest {
    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-11-21T12:00:00Z")));

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void copyTheExamples() throws IOException {
        try (var files = Files.list(Home.directory().resolve("live-events"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    void aFolderIsSavedApprovedByAnotherPersonPublishedAndTakenBackAndEachOfItTwiceIsOnce() throws IOException {
        assertThat(codes(run(Exit.FINDINGS, "diff"))).containsOnly("missing");
        assertThat(did(run(Exit.FINE, "apply", "--as", "ann"))).containsOnly("saved as revision 1");
        assertThat(did(run(Exit.FINE, "apply", "--as", "ann"))).containsOnly("unchanged");
        assertThat(codes(run(Exit.FINDINGS, "apply", "--approve", "--as", "ann")))
                .containsOnly("refused");
        assertThat(did(run(Exit.FINE, "apply", "--approve", "--as", "bea"))).containsOnly("approved revision 1");
        var published = run(Exit.FINE, "apply", "--publish", "--as", "cid");
        assertThat(did(published)).containsOnly("published revision 1");
        var first = published.at("/result/0/batch").asText();
        assertThat(did(run(Exit.FINE, "apply", "--publish", "--as", "cid"))).containsOnly("unchanged");
        assertThat(did(run(Exit.FINE, "diff"))).containsOnly("same");

        change("weekly-race.yaml", "laps: 5", "laps: 7");
        assertThat(codes(run(Exit.FINDINGS, "diff"))).containsExactly("differs");
        var saved = run(Exit.FINE, "apply", "--as", "ann");
        assertThat(did(saved)).containsExactly("unchanged", "unchanged", "saved as revision 2");
        assertThat(saved.at("/result/2/differences/0").asText()).isEqualTo("/content/laps: 5 -> 7");
        assertThat(codes(run(Exit.FINDINGS, "diff"))).containsExactly("unpublished");
        run(Exit.FINE, "apply", "--approve", "--as", "bea");
        run(Exit.FINE, "apply", "--publish", "--as", "cid");

        Files.delete(folder.resolve("weekend-festival.yaml"));
        var back = run(Exit.FINE, "rollback", "--as", "cid");
        assertThat(did(back))
                .as("players keep what the last go did not bring")
                .containsExactly("published revision 1 again", "unchanged");
        assertThat(did(run(Exit.FINE, "rollback", "--as", "cid"))).containsExactly("taken back already", "unchanged");
        assertThat(did(run(Exit.FINE, "rollback", "--as", "cid", "--batch", first)))
                .as("the go before, where it is named")
                .containsOnly("withdrawn");
        assertThat(codes(run(Exit.FINDINGS, "rollback", "--as", "cid", "--batch", "none")))
                .containsExactly("unknown-batch");
    }

    @Test
    void playersGetBackWhatTheyHadHoweverMuchWasSavedMeanwhile() throws IOException {
        Files.delete(folder.resolve("weekend-festival.yaml"));
        Files.delete(folder.resolve("community-goal.yaml"));
        run(Exit.FINE, "apply", "--as", "ann");
        run(Exit.FINE, "apply", "--approve", "--as", "bea");
        run(Exit.FINE, "apply", "--publish", "--as", "cid");
        for (int saved = 0; saved < 105; saved++) {
            save(10 + saved % 50);
        }
        change("weekly-race.yaml", "laps: 5", "laps: 7");
        run(Exit.FINE, "apply", "--as", "ann");
        assertThat(review().status()).isEqualTo(200);
        assertThat(did(run(Exit.FINE, "apply", "--approve", "--as", "bea")))
                .as("asked about, and answered")
                .containsExactly("approved revision 107");
        run(Exit.FINE, "apply", "--publish", "--as", "cid");

        assertThat(did(run(Exit.FINE, "rollback", "--as", "cid"))).containsExactly("published revision 1 again");
    }

    private void save(int laps) {
        var path = "/v1/live-events/weekly-race";
        var known = game.get(path, game.staff("viewer")).json();
        var document = (ObjectNode) known.path("document");
        ((ObjectNode) document.path("content")).put("laps", laps);
        var headers = new TreeMap<String, String>();
        headers.put("authorization", "Bearer " + game.staff("author", "ann"));
        headers.put("content-type", "application/json");
        headers.put("if-match", "\"" + known.path("version").asText() + "\"");
        var answer = game.send("PUT", path, headers, document.toString());
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    }

    private Game.Answer review() {
        var path = "/v1/live-events/weekly-race/review";
        return game.send("PUT", path, game.staff("author", "ann"), "{\"revision\":107}");
    }

    @Test
    void whatIsPublishedOnOneStageIsSavedOnTheNextAndTwiceIsOnce() throws IOException {
        try (var next = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-11-21T12:00:00Z")))) {
            var to = next.stack().baseUrl();
            assertThat(codes(promote(Exit.FINDINGS, to))).containsOnly("unpublished");
            run(Exit.FINE, "apply", "--as", "ann");
            run(Exit.FINE, "apply", "--approve", "--as", "bea");
            run(Exit.FINE, "apply", "--publish", "--as", "cid");
            change("weekly-race.yaml", "laps: 5", "laps: 7");
            run(Exit.FINE, "apply", "--as", "ann");

            assertThat(did(promote(Exit.FINE, to))).containsOnly("saved as revision 1");
            assertThat(did(promote(Exit.FINE, to))).containsOnly("unchanged");
            var race = next.get("/v1/live-events/weekly-race", next.staff("viewer"));
            assertThat(race.text("/state")).isEqualTo("draft");
            assertThat(race.json().at("/document/content/laps").asInt())
                    .as("players have the revision before the last")
                    .isEqualTo(5);
            run(Exit.FINE, "apply", "--approve", "--as", "bea");
            run(Exit.FINE, "apply", "--publish", "--as", "cid");
            assertThat(promote(Exit.FINE, to).at("/result/2/differences/0").asText())
                    .isEqualTo("/content/laps: 5 -> 7");
        }
    }

    private JsonNode promote(int exit, String to) {
        var said = new StringWriter();
        assertThat(Dev.run(
                        new PrintWriter(said),
                        "liveops",
                        "promote",
                        folder.toString(),
                        "--from",
                        game.stack().baseUrl(),
                        "--to",
                        to,
                        "--as",
                        "dan",
                        "--json"))
                .as(said.toString())
                .isEqualTo(exit);
        return Json.read(said.toString());
    }

    @Test
    void oneFileWithAnErrorKeepsAllOfThemFromTheStack() throws IOException {
        change("weekly-race.yaml", "labels: [competitive]", "labels: [kompetitive]");

        assertThat(codes(run(Exit.FINDINGS, "apply", "--as", "ann"))).contains("unknown-label");
        assertThat(game.get("/v1/live-events", game.staff("viewer")).json().path("events"))
                .isEmpty();
    }

    private void change(String file, String before, String after) throws IOException {
        var path = folder.resolve(file);
        Files.writeString(path, Files.readString(path).replace(before, after));
    }

    private JsonNode run(int exit, String command, String... options) {
        var said = new StringWriter();
        var words = new ArrayList<>(List.of(
                "liveops",
                command,
                folder.toString(),
                "--at",
                "2026-11-21T12:00:00Z",
                "--url",
                game.stack().baseUrl(),
                "--json"));
        words.addAll(List.of(options));
        assertThat(Dev.run(new PrintWriter(said), words.toArray(String[]::new)))
                .as(said.toString())
                .isEqualTo(exit);
        return Json.read(said.toString());
    }

    private static List<String> did(JsonNode document) {
        return document.path("result").findValuesAsText("did");
    }

    private static List<String> codes(JsonNode document) {
        return document.path("findings").findValuesAsText("code");
    }
}
