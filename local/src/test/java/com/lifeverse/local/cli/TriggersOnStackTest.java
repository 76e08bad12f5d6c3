package com.lifeverse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.stack.Game;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of triggers comes in force on a stack and is taken back, as often as anybody asks; and the stack says why one acts. */
@Tag("stack")
final class TriggersOnStackTest {
    private static final String TRIGGER = "first-win-of-the-day";

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-11-21T12:00:00Z")));

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void copyTheTriggers() throws IOException {
        var triggers = Home.directory().resolve("triggers");
        try (var files = Files.walk(triggers)) {
            for (var file : files.filter(each -> !each.equals(triggers)).toList()) {
                Files.copy(file, folder.resolve(triggers.relativize(file).toString()));
            }
        }
    }

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    void aFolderIsPlannedAppliedAndRolledBackAndEachOfItTwiceIsOnce() throws IOException {
        assertThat(run(Exit.FINE, "plan").path("ok").asBoolean()).isTrue();
        run(Exit.FINE, "diff");

        change("\"amount\": *[0-9]+|amount: *[0-9]+", "amount: 7");
        assertThat(run(Exit.FINDINGS, "plan").at("/result/changes/changed/0").asText())
                .isEqualTo(TRIGGER);
        assertThat(run(Exit.FINDINGS, "diff").path("ok").asBoolean()).isFalse();
        var applied = run(Exit.FINE, "apply", "--note", "a better prize", "--as", "ann");
        assertThat(applied.at("/result/changes/changed/0").asText()).isEqualTo(TRIGGER);
        game.stack().advance(Duration.ofSeconds(11));
        run(Exit.FINE, "plan");
        assertThat(run(Exit.FINE, "apply").at("/result/publication")).isEqualTo(applied.at("/result/publication"));

        assertThat(said(Exit.FINE, "triggers", "rollback", "--as", "bea"))
                .contains("~ " + TRIGGER)
                .contains("Publication 2 is in force.");
        assertThat(said(Exit.FINDINGS, "triggers", "rollback", "--json")).contains("--to says how far back");
        run(Exit.FINE, "apply", "--note", "all the same");
        assertThat(said(Exit.FINE, "triggers", "rollback")).contains("Publication 4 is in force.");
        run(Exit.FINDINGS, "diff");
        var by = game.get("/v1/trigger-publications", game.staff("viewer")).json();
        assertThat(by.findValuesAsText("by")).contains("ann", "bea");
    }

    @Test
    void findingsAreToldByFileAndPutNothingInForce() throws IOException {
        change("grant:", "grandt:");

        for (var command : List.of("plan", "apply")) {
            var finding = run(Exit.FINDINGS, command).at("/findings/0");
            assertThat(finding.path("severity").asText()).isEqualTo("error");
            assertThat(finding.path("pointer").asText()).startsWith(TRIGGER + ".yaml/");
        }
        assertThat(game.get("/v1/trigger-publications", game.staff("viewer"))
                        .json()
                        .at("/inForce/publication")
                        .asLong())
                .isZero();
    }

    @Test
    void aPatternThatAwsRefusesIsToldByFileWithTheReason() throws IOException {
        change("outcome: \\[\"win\"\\]", "outcome: [{ numeric: [\">\", three] }]");

        var finding = run(Exit.FINDINGS, "plan").at("/findings/0");
        assertThat(finding.path("pointer").asText()).isEqualTo(TRIGGER + ".yaml/when");
        assertThat(finding.path("message").asText()).isEqualTo("Value of > must be numeric");
    }

    @Test
    void theStackSaysWhatAnEventMeansToATrigger() {
        var lost = Home.directory()
                .resolve("events/match.ended.v1/samples/co-op-loss.json")
                .toString();

        assertThat(said(Exit.FINE, "explain", TRIGGER, lost)).contains("wants [\"win\"], saw \"loss\"");
        said(Exit.FINDINGS, "explain", "no-such-trigger", lost);
        var noEvent = Home.directory().resolve("README.md").toString();
        assertThat(said(Exit.USAGE, "explain", TRIGGER, noEvent, "--json")).contains("is no event");
        assertThat(said(Exit.USAGE, "explain", TRIGGER, "not-json", "--json")).contains("There is no file not-json");
    }

    @Test
    void aFolderThatNamesWhatIsNotThereOrHoldsNothingIsNoWishToHaveNothing(@TempDir Path empty) throws IOException {
        said(Exit.USAGE, "triggers", "plan", empty.toString());
        for (var name : List.of("../elsewhere", "no-such-trigger")) {
            Files.writeString(folder.resolve("in-force.txt"), name + "\n");
            assertThat(said(Exit.FINDINGS, "triggers", "plan", folder.toString(), "--json"))
                    .contains(name);
        }
    }

    private void change(String before, String after) throws IOException {
        var path = folder.resolve(TRIGGER + ".yaml");
        Files.writeString(path, Files.readString(path).replaceFirst(before, after));
    }

    private JsonNode run(int exit, String command, String... options) {
        var words = new ArrayList<>(List.of("triggers", command, folder.toString(), "--json"));
        words.addAll(List.of(options));
        return Json.read(said(exit, words.toArray(String[]::new)));
    }

    private String said(int exit, String... words) {
        var said = new StringWriter();
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--url", game.stack().baseUrl()));
        assertThat(Dev.run(new PrintWriter(said), all.toArray(String[]::new)))
                .as(said.toString())
                .isEqualTo(exit);
        return said.toString();
    }
}
