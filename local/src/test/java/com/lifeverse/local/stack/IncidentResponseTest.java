package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.stack.Game.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A trigger starts a workflow that lasts: what caused its run is seen, people answer it, and only so many go on at once. */
@Tag("stack")
final class IncidentResponseTest {
    private static final String RESPONSE = "incident-response";
    private static final String TURN = "workflow-turn";

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:00Z")));

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void fromTheEventOverTriggerAndEffectToTheRunThatAPersonAnswers() {
        publish("drop", "P1D");
        var told = win("ann");
        var name = names(RESPONSE).getFirst();
        var run = run(RESPONSE, name);

        assertThat(run.at("/causedBy/trigger").asText()).isEqualTo("wave");
        assertThat(run.at("/causedBy/correlationId").asText()).isEqualTo(told);
        assertThat(run.at("/causedBy/causation/0").asText()).isEqualTo(told);
        assertThat(name).isEqualTo(run.at("/causedBy/decisionId").asText() + "-1");
        assertThat(run(TURN, name).at("/causedBy/decisionId")).isEqualTo(run.at("/causedBy/decisionId"));
        assertThat(run.path("asks").valueStream().map(JsonNode::asText)).containsExactly("taken", "resolved");

        assertThat(answer("viewer", name, "taken").status()).isEqualTo(403);
        assertThat(answer("operator", name, "gone").text("/violations/0/pointer"))
                .isEqualTo("/answer");
        assertThat(answer("operator", "nobody", "taken").status()).isEqualTo(404);
        assertThat(answer("operator", name, "taken").status()).isEqualTo(202);
        game.stack().settle();
        assertThat(run(RESPONSE, name).path("asks").valueStream().map(JsonNode::asText))
                .containsExactly("resolved");
        assertThat(answer("operator", name, "resolved").status()).isEqualTo(202);
        assertThat(answer("operator", name, "resolved").status()).isEqualTo(202);
        game.stack().settle();
        assertThat(run(RESPONSE, name).at("/output/by").asText()).isEqualTo("sam");
        assertThat(answer("operator", name, "taken").text("/type")).isEqualTo("/problems/run-move-not-possible");
    }

    @Test
    void ofASingletonOneGoesOnAndTheOthersDoNotHappenUntilItHasEnded() {
        publish("drop", "P1D");
        win("ann");
        var first = names(RESPONSE).getFirst();
        win("ben");

        assertThat(names(RESPONSE)).containsExactly(first);
        assertThat(dropped().at("/output/heldBy/0").asText()).isEqualTo(first);
        assertThat(explained("cid")).contains("incident-response would not be started: held by " + first + ".");
        resolve(first);
        assertThat(explained("cid")).contains("Of incident-response, 1 of 1 would go on with it.");
        win("cid");
        assertThat(names(RESPONSE)).hasSize(2);
    }

    @Test
    void whoWaitsGoesOnInItsOrderAsSoonAsTheOneBeforeHasEnded() {
        publish("wait", "P1D");
        win("ann");
        var first = names(RESPONSE).getFirst();
        game.stack().advance(Duration.ofMinutes(1));
        win("ben");
        game.stack().advance(Duration.ofMinutes(1));
        win("cid");
        assertThat(names(RESPONSE)).containsExactly(first);

        resolve(first);
        assertThat(names(RESPONSE)).hasSize(2);
        var second = names(RESPONSE).getFirst();
        assertThat(run(RESPONSE, second).at("/causedBy/playerId").asText()).isEqualTo(player("ben"));
        resolve(second);
        var third = names(RESPONSE).stream()
                .filter(name -> !List.of(first, second).contains(name))
                .findFirst()
                .orElseThrow();
        assertThat(run(RESPONSE, third).at("/causedBy/playerId").asText()).isEqualTo(player("cid"));
    }

    @Test
    void aTurnThatNobodyGivesBackIsOverWithItsLease() {
        publish("drop", "PT1H");
        win("ann");
        var first = names(RESPONSE).getFirst();
        var stopped = game.send(
                "POST",
                "/v1/workflows/%s/runs/%s/stops".formatted(TURN, first),
                game.staff("operator"),
                "{\"note\":\"as if it were cut\"}");
        assertThat(stopped.status()).isEqualTo(202);
        win("ben");
        assertThat(names(RESPONSE)).as("who was cut holds its turn still").containsExactly(first);

        game.stack().advance(Duration.ofMinutes(66));
        win("cid");
        assertThat(names(RESPONSE)).hasSize(2);
    }

    @Test
    void aRunThatWasStoppedGoesOnOnlyIfNobodyHasItsTurnMeanwhile() {
        publish("drop", "P1D");
        win("ann");
        var first = names(RESPONSE).getFirst();
        assertThat(move(first, "stops").status()).isEqualTo(202);
        game.stack().settle();
        win("ben");
        assertThat(names(RESPONSE)).hasSize(2);
        var second = names(RESPONSE).stream()
                .filter(name -> !name.equals(first))
                .findFirst()
                .orElseThrow();

        var refused = move(first, "redrives");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).contains(second);
        assertThat(run(RESPONSE, first).path("status").asText()).isEqualTo("aborted");

        resolve(second);
        assertThat(move(first, "redrives").status()).isEqualTo(202);
        win("cid");
        assertThat(names(RESPONSE)).as("the redriven one has the turn").hasSize(2);
        assertThat(move(first, "stops").status()).isEqualTo(202);
        game.stack().settle();
        win("dan");
        assertThat(names(RESPONSE)).as("who stops it gives its turn back").hasSize(3);
    }

    @Test
    void aRunThatWasRedrivenGivesItsTurnBackWhenItHasEnded() {
        publish("drop", "P1D");
        win("ann");
        var first = names(RESPONSE).getFirst();
        assertThat(move(first, "stops").status()).isEqualTo(202);
        game.stack().settle();
        assertThat(move(first, "redrives").status()).isEqualTo(202);
        game.stack().settle();
        win("ben");
        assertThat(names(RESPONSE)).hasSize(1);
        assertThat(explained("cid"))
                .anyMatch(line -> line.contains("If " + first + ", which was redriven, has ended by then"));

        resolve(first);
        assertThat(run(RESPONSE, first).path("status").asText()).isEqualTo("succeeded");
        win("cid");
        assertThat(names(RESPONSE)).hasSize(2);
    }

    @Test
    void aRunThatWasRedrivenIsEndedWithItsLeaseAndOnlyThenTheNextGoesOn() {
        publish("wait", "PT20M");
        win("ann");
        var first = names(RESPONSE).getFirst();
        assertThat(move(first, "stops").status()).isEqualTo(202);
        game.stack().settle();
        assertThat(move(first, "redrives").status()).isEqualTo(202);
        game.stack().settle();
        win("ben");
        game.stack().advance(Duration.ofMinutes(19));
        assertThat(names(RESPONSE)).containsExactly(first);
        assertThat(run(RESPONSE, first).path("status").asText()).isEqualTo("running");

        game.stack().advance(Duration.ofMinutes(2));
        assertThat(run(RESPONSE, first).path("status").asText()).isEqualTo("aborted");
        assertThat(names(RESPONSE)).hasSize(2);
    }

    private Answer move(String name, String how) {
        return game.send(
                "POST",
                "/v1/workflows/%s/runs/%s/%s".formatted(RESPONSE, name, how),
                game.staff("operator"),
                "{\"note\":\"a test\"}");
    }

    private void resolve(String name) {
        assertThat(answer("operator", name, "resolved").status()).isEqualTo(202);
        game.stack().settle();
    }

    private Answer answer(String role, String name, String answer) {
        return game.send(
                "POST",
                "/v1/workflows/%s/runs/%s/answers".formatted(RESPONSE, name),
                game.staff(role),
                "{\"answer\":\"%s\",\"note\":\"On it.\"}".formatted(answer));
    }

    /** The id of the event. */
    private String win(String who) {
        var told = game.win(player(who), "m-" + who);
        game.stack().settle();
        return told.text("/eventId");
    }

    private String player(String who) {
        return game.signIn(who).text("/playerId");
    }

    private List<String> names(String workflow) {
        return runs(workflow).findValuesAsText("run");
    }

    private JsonNode dropped() {
        return names(TURN).stream()
                .map(name -> run(TURN, name))
                .filter(run -> run.at("/output/outcome").asText().equals("dropped"))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode runs(String workflow) {
        return game.get("/v1/workflows/%s/runs".formatted(workflow), game.staff("viewer"))
                .json()
                .path("runs");
    }

    private JsonNode run(String workflow, String name) {
        return game.get("/v1/workflows/%s/runs/%s".formatted(workflow, name), game.staff("viewer"))
                .json();
    }

    private List<String> explained(String who) {
        var answer = game.send("POST", "/v1/trigger-explanations", game.staff("viewer"), """
            {"trigger": "wave", "event": {"detail-type": "match.ended.v1", "source": "lifeverse.game-server", "detail": {
              "id": "evt_01a1fb98-f207-77f1-940a-9bb0acd6403d", "type": "match.ended.v1", "version": 1, "time": "%1$s",
              "playerId": "%2$s", "eventGroupId": "%2$s", "deduplicationId": "x-%3$s", "correlationId": "evt_1", "causation": [],
              "hops": 0, "producer": "game-server", "isReplay": false,
              "payload": {"matchId": "x", "mode": "duel", "outcome": "win", "durationSeconds": 3}}}}""".formatted(
                        game.stack().now(), player(who), who));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.json().path("words").valueStream().map(JsonNode::asText).toList();
    }

    private void publish(String otherwise, String lease) {
        var inForce = game.get("/v1/trigger-publications", game.staff("viewer")).text("/inForce/revision");
        var answer = game.send(
                "POST", "/v1/trigger-publications", game.staff("approver"), """
            {"base": "%s", "note": "test", "triggers": [{
              "trigger": "wave", "description": "Has people see to wins.", "labels": ["operations"], "owner": "online-services",
              "runbook": "runbooks/incidents.md", "accessibility": "Nothing is shown.",
              "when": {"detail-type": ["match.ended.v1"], "detail": {"payload": {"outcome": ["win"]}}},
              "limits": {"perPlayer": {"times": 10, "per": "P1D"}},
              "effects": [{"startWorkflow": {"workflow": "incident-response", "input": {"incident": "wave", "severity": "minor"},
                "concurrency": {"of": "global", "otherwise": "%s", "lease": "%s"}}}]}]}""".formatted(inForce, otherwise, lease));
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        game.stack().advance(Duration.ofSeconds(11));
    }
}
