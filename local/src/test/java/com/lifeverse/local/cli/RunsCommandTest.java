package com.lifeverse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.stack.Game;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Staff look at runs of workflows and move them, from where they type. */
@Tag("stack")
final class RunsCommandTest {
    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    void aRunIsListedShownWithWhatCausedItStoppedAndGoesOn() {
        publish();
        game.stack().advance(Duration.ofSeconds(11));
        game.win(game.signIn("caller").text("/playerId"), "m1");
        game.stack().settle();

        var listed = Json.read(run(Exit.FINE, "list", "webhook-delivery", "--status", "running", "--json"));
        assertThat(listed.path("command").asText()).isEqualTo("runs list");
        var name = listed.at("/result/runs/0/run").asText();
        assertThat(run(Exit.FINE, "show", "webhook-delivery", name))
                .contains(name + "  running")
                .containsPattern("event evt_[0-9a-f-]{36}")
                .containsPattern("trigger caller, decision dec_[0-9a-f-]{36}, effect 1, for ply_")
                .containsSubsequence("Sign", "Send", "Answered", "Later")
                .contains("It is at Later.");

        assertThat(run(Exit.FINE, "stop", "webhook-delivery", name, "--note", "enough", "--as", "sam"))
                .isEqualToIgnoringNewLines("It is stopped.");
        assertThat(run(Exit.FINE, "show", "webhook-delivery", name)).contains("! stopped-by-sam: enough");
        assertThat(run(Exit.FINE, "list", "webhook-delivery", "--status", "running"))
                .isEqualToIgnoringNewLines("None.");
        assertThat(run(Exit.FINE, "redrive", "webhook-delivery", name, "--note", "more"))
                .isEqualToIgnoringNewLines("It goes on.");
        assertThat(run(Exit.FINE, "list", "webhook-delivery"))
                .startsWith("running")
                .contains(name);
    }

    @Test
    void runsOfEveryWorkflowThatLastsAreMovedAndThoseMeantForPeopleBegun() {
        assertThat(run(Exit.FINE, "start", "signing-key-rotation", "--run", "leaked"))
                .isEqualToIgnoringNewLines("It has begun: leaked");
        var occasion = "arn:aws:states:us-east-1:111111111111:stateMachine:dev-occasion:live";
        game.stack().workflows().start(Caller.unrestricted(), occasion, Optional.of("hour"), """
                {"occasion": "double-hour", "seconds": 3600, "schedule": {"schedule": "hourly", "runId": "run_1"}}""");
        var asked = game.send("POST", "/v1/event-replays", game.staff("operator"), """
                {"from": "2026-11-30T00:00:00Z", "to": "2026-12-01T00:00:00Z", "note": "a test"}""");
        game.stack().settle();

        for (var words : List.of(List.of("signing-key-rotation", "leaked"), List.of("occasion", "hour"))) {
            var workflow = words.getFirst();
            var name = words.getLast();
            run(Exit.FINE, "stop", workflow, name, "--note", "enough");
            assertThat(run(Exit.FINDINGS, "stop", workflow, name, "--note", "enough", "--json"))
                    .contains("run-move-not-possible");
            assertThat(run(Exit.FINE, "show", workflow, name)).contains("aborted");
            run(Exit.FINE, "redrive", workflow, name, "--note", "more");
            assertThat(run(Exit.FINE, "show", workflow, name)).contains("running");
        }
        assertThat(run(Exit.FINDINGS, "stop", "event-replay", asked.text("/replayId"), "--note", "enough", "--json"))
                .contains("It has ended before: succeeded");
    }

    @Test
    void whatCannotBeIsSaidWithItsExitCode() {
        assertThat(run(Exit.FINDINGS, "list", "no-such", "--json")).contains("workflow-not-found");
        assertThat(run(Exit.FINDINGS, "show", "webhook-delivery", "nobody", "--json"))
                .contains("run-not-found");
        assertThat(run(Exit.FINDINGS, "start", "event-replay", "--json")).contains("run-move-not-possible");
        run(Exit.USAGE, "start", "signing-key-rotation", "--input", "no JSON");
        run(Exit.USAGE, "stop", "webhook-delivery", "some");
        run(Exit.USAGE, "list", "webhook-delivery", "--status", "odd");
        run(Exit.USAGE, "list", "webhook-delivery", "--limit", "0");
        run(Exit.USAGE, "show", "../webhook-delivery", "some");
        assertThat(run(Exit.FINE, "--help")).contains("list", "show", "start", "stop", "redrive");
        var failed = Json.read(run(Exit.FINDINGS, "list", "no-such", "--json"));
        assertThat(failed.path("ok").asBoolean()).isFalse();
    }

    @Test
    void aStackThatIsNotThereIsUnreachable() {
        var said = new StringWriter();

        assertThat(Dev.run(new PrintWriter(said), "runs", "list", "occasion", "--url", "http://127.0.0.1:9"))
                .isEqualTo(Exit.UNREACHABLE);
    }

    private void publish() {
        var inForce = game.get("/v1/trigger-publications", game.staff("viewer")).text("/inForce/revision");
        var answer = game.send("POST", "/v1/trigger-publications", game.staff("approver"), """
            {"base": "%s", "note": "test", "triggers": [{
              "trigger": "caller", "description": "Calls another system.", "labels": ["retention"], "owner": "online-services",
              "runbook": "runbooks/webhooks.md", "accessibility": "Nothing is shown.",
              "when": {"detail-type": ["match.ended.v1"], "detail": {"payload": {"outcome": ["win"]}}},
              "limits": {"perPlayer": {"times": 10, "per": "P1D"}},
              "effects": [{"webhook": {"destination": "community-board"}}]}]}""".formatted(inForce));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
    }

    private String run(int exit, String... words) {
        var said = new StringWriter();
        var all = new ArrayList<>(List.of("runs"));
        all.addAll(List.of(words));
        if (!all.contains("--help")) {
            all.addAll(List.of("--url", game.stack().baseUrl()));
        }
        assertThat(Dev.run(new PrintWriter(said), all.toArray(String[]::new)))
                .as(said.toString())
                .isEqualTo(exit);
        return said.toString();
    }
}
