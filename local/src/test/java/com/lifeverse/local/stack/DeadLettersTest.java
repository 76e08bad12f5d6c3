package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What could not be carried out is found by staff, corrected, and handed back; and it happens once. */
@Tag("stack")
final class DeadLettersTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");
    private static final String EFFECTS = "arn:aws:states:us-east-1:111111111111:stateMachine:dev-trigger-effects:live";
    private static final String REDRIVE = EFFECTS.replace("trigger-effects", "dead-letter-redrive");

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(START));

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(game.stack().faults().seen()).isEmpty();
        game.close();
    }

    @Test
    void whatFailedIsFoundCorrectedAndHandedBackAndHappensOnce() {
        var player = game.signIn("patient");
        fail(player.text("/playerId"));
        var letter = letters().path(0);
        assertThat(letter.path("workflow").asText()).isEqualTo("trigger-effects");
        assertThat(letter.path("error").asText()).isEqualTo("unknown-effect");
        assertThat(letter.path("status").asText()).isEqualTo("waiting");

        var id = letter.path("letterId").asText();
        var whole = read(id);
        assertThat(whole.at("/input/apiToken").asText()).isEqualTo("(not shown)");
        var input = (ObjectNode) whole.path("input");
        assertThat(edit("author", id, 1, input).status()).isEqualTo(403);
        assertThat(edit("operator", id, 1, input).text("/violations/0/pointer")).isEqualTo("/input");
        input.remove("apiToken");
        assertThat(edit("operator", id, 1, input).text("/violations/0/pointer"))
                .isEqualTo("/input/payload/effects/0/kind");
        ((ObjectNode) input.at("/payload/effects/0")).put("kind", "grant");
        assertThat(edit("operator", id, 1, input).status()).isEqualTo(200);
        assertThat(edit("operator", id, 1, input).text("/type")).isEqualTo("/problems/dead-letter-changed");

        assertThat(redrive("viewer", id).status()).isEqualTo(403);
        assertThat(redrive("operator", id).text("/type")).isEqualTo("/problems/second-person-required");
        assertThat(redriveBy("olga", id, id).text("/violations/0/pointer")).isEqualTo("/letters/1");
        assertThat(redriveSeen("olga", Json.object().put(id, -1), id).text("/violations/0/pointer"))
                .isEqualTo("/edits/" + id);
        for (var unseen :
                List.of(Json.object(), Json.object().put(id, 0), Json.object().put(id, 2))) {
            assertThat(redriveSeen("olga", unseen, id).text("/type")).isEqualTo("/problems/dead-letter-changed");
        }
        var first = redriveBy("olga", id);
        assertThat(first.status()).isEqualTo(202);
        assertThat(redriveBy("olga", id).text("/runs/0/run")).isEqualTo(first.text("/runs/0/run"));
        game.stack().settle();

        assertThat(gifts(player)).containsExactly("3");
        var redriven = read(id);
        assertThat(redriven.path("status").asText()).isEqualTo("redriven");
        assertThat(redriven.path("log").findValuesAsText("by")).containsExactly("sam", "olga", "dead-letter-redrive");
        assertThat(redriven.at("/corrections/0/by").asText()).isEqualTo("sam");
        assertThat(redriven.at("/corrections/0/note").asText()).isEqualTo("a test");
        assertThat(redriven.at("/corrections/0/places").toString())
                .contains("/payload/effects/0/kind")
                .contains("/apiToken");

        assertThat(redriveBy("olga", id).text("/type")).isEqualTo("/problems/dead-letter-not-redrivable");
        game.stack().settle();
        assertThat(gifts(player)).containsExactly("3");
        assertThat(runs("dead-letter-redrive").findValuesAsText("status")).containsExactly("succeeded");
    }

    @Test
    void whoHandsItBackWhileAnotherDoesIsToldTheSameRun() throws Exception {
        var id = correctedLetter(game.signIn("patient"));
        // As the first step of the run that they are told leaves it.
        write(
                id,
                "SET #name = :value ADD version :one",
                "status",
                Map.of(":value", fromS("redriving"), ":one", fromN("1")));

        try (var both = Executors.newFixedThreadPool(2)) {
            var told = both
                    .invokeAll(List.<Callable<String>>of(
                            () -> redriveBy("olga", id).text("/runs/0/run"),
                            () -> redriveBy("thea", id).text("/runs/0/run")))
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            // Or else that it was handed back, if that was sooner.
            assertThat(told).contains(id + "-2").isSubsetOf(id + "-2", "");
        }
        game.stack().settle();

        assertThat(runs("dead-letter-redrive").findValuesAsText("status")).containsExactly("succeeded");
        assertThat(read(id).path("status").asText()).isEqualTo("redriven");
    }

    @Test
    void anAttemptThatFailedGoesOnWhenItIsHandedBackAgain() {
        var player = game.signIn("patient");
        var id = correctedLetter(player);
        var log = read(id).path("log").toString();
        write(id, "SET #name = :value", "log", Map.of(":value", fromS("unreadable")));
        var input = Json.object()
                .put("letterId", id)
                .put("edits", 1)
                .put("by", "olga")
                .put("note", "a test");
        game.stack().workflows().start(Caller.unrestricted(), REDRIVE, Optional.of(id + "-2"), input.toString());
        game.stack().advance(Duration.ofMinutes(10));
        assertThat(run("dead-letter-redrive", id + "-2").path("status").asText())
                .isEqualTo("failed");

        write(id, "SET #name = :value", "log", Map.of(":value", fromS(log)));
        assertThat(redriveBy("thea", id).text("/runs/0/run")).isEqualTo(id + "-2");
        game.stack().settle();

        var run = run("dead-letter-redrive", id + "-2");
        assertThat(run.path("status").asText()).isEqualTo("succeeded");
        assertThat(run.path("redrives").asInt()).isEqualTo(1);
        assertThat(gifts(player)).containsExactly("3");
    }

    @Test
    void aMessageThatNobodyTakesEndsAsADeadLetterAndItsRunSaysWhatCausedIt() {
        publish("""
            [{"webhook": {"destination": "community-board"}}]""");
        game.stack().advance(Duration.ofSeconds(11));
        var player = game.signIn("caller");
        game.win(player.text("/playerId"), "m1");
        game.stack().settle();
        var name = runs("webhook-delivery").at("/0/run").asText();
        var running = run("webhook-delivery", name);
        assertThat(running.path("status").asText()).isEqualTo("running");
        assertThat(running.at("/progress/state").asText()).isEqualTo("Later");
        assertThat(running.at("/causedBy/trigger").asText()).isEqualTo("caller");
        assertThat(name).isEqualTo(running.at("/causedBy/decisionId").asText() + "-1");
        assertThat(running.at("/causedBy/causation/0").asText())
                .isEqualTo(running.at("/causedBy/correlationId").asText());

        game.stack().advance(Duration.ofDays(3));

        assertThat(run("webhook-delivery", name).path("error").asText()).isEqualTo("webhook-not-delivered");
        assertThat(letters().path(0).path("error").asText()).isEqualTo("webhook-not-delivered");
        var id = letters().path(0).path("letterId").asText();
        var forged = (ObjectNode) read(id).path("input");
        forged.put("id", "another");
        assertThat(edit("operator", id, 1, forged).text("/violations/0/pointer"))
                .isEqualTo("/input/id");
        redrive("operator", id);
        game.stack().settle();
        assertThat(runs("webhook-delivery").findValuesAsText("status")).containsExactlyInAnyOrder("failed", "running");
    }

    @Test
    void operatorsStopRunsThatMayBeStoppedAndNobodyOthers() {
        publish("""
            [{"webhook": {"destination": "community-board"}}]""");
        game.stack().advance(Duration.ofSeconds(11));
        game.win(game.signIn("caller").text("/playerId"), "m1");
        game.stack().settle();
        var name = runs("webhook-delivery").at("/0/run").asText();

        assertThat(move("viewer", "webhook-delivery", name, "stops").status()).isEqualTo(403);
        assertThat(move("operator", "webhook-delivery", "nobody", "stops").status())
                .isEqualTo(404);
        assertThat(move("operator", "webhook-delivery", name, "stops").status()).isEqualTo(202);
        assertThat(run("webhook-delivery", name).path("status").asText()).isEqualTo("aborted");
        assertThat(move("operator", "webhook-delivery", name, "stops").text("/type"))
                .isEqualTo("/problems/run-move-not-possible");
        assertThat(run("webhook-delivery", name).path("error").asText()).isEqualTo("stopped-by-sam");
        assertThat(move("operator", "webhook-delivery", name, "redrives").status())
                .isEqualTo(202);
        assertThat(run("webhook-delivery", name).path("status").asText()).isEqualTo("running");
        assertThat(game.get("/v1/workflows/no-such/runs", game.staff("viewer")).status())
                .isEqualTo(404);
        assertThat(game.get("/v1/workflows/trigger-effects/runs", game.staff("viewer"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anEventThatTheEngineCouldNotHandleIsCorrectedAndToldAgainAndActsOnce() {
        var player = game.signIn("unlucky");
        var event = event(player.text("/playerId"));
        event.put("time", "noon");
        var whole = Json.object()
                .put("version", "0")
                .put("detail-type", "match.ended.v1")
                .put("source", "lifeverse.game-server");
        whole.set("detail", event);
        var engine = game.stack().queues().all().stream()
                .filter(queue ->
                        queue.name().contains("EngineQueue") && queue.redrive().isPresent())
                .filter(queue -> !queue.name().contains("DeadLetters"))
                .findFirst()
                .orElseThrow();
        game.stack().queues().send(Caller.unrestricted(), engine.arn(), whole.toString(), Map.of());
        game.stack().advance(Duration.ofMinutes(30));

        var letter = letters().path(0);
        assertThat(letter.path("workflow").asText()).isEqualTo("trigger-engine");
        var id = letter.path("letterId").asText();
        var input = (ObjectNode) read(id).path("input");
        assertThat(input).isEqualTo(event);
        assertThat(edit("operator", id, 1, input).text("/violations/0/pointer")).isEqualTo("/input/time");
        input.put("time", START.toString());
        input.put("producer", "session");
        assertThat(edit("operator", id, 1, input).text("/violations/0/pointer")).isEqualTo("/input/producer");
        input.put("producer", "game-server");
        input.put("deduplicationId", "another");
        assertThat(edit("operator", id, 1, input).text("/violations/0/pointer")).isEqualTo("/input/deduplicationId");
        input.set("deduplicationId", event.path("deduplicationId"));
        assertThat(edit("operator", id, 1, input).status()).isEqualTo(200);
        assertThat(redrive("operator", id).status()).isEqualTo(403);
        assertThat(redriveBy("olga", id).status()).isEqualTo(202);
        game.stack().settle();

        assertThat(gifts(player)).containsExactly("100");
        assertThat(read(id).path("status").asText()).isEqualTo("redriven");
        assertThat(runs("dead-letter-redrive").at("/0/status").asText()).isEqualTo("succeeded");
    }

    /** The letter of a decision that could not be carried out, put right by sam. */
    private String correctedLetter(Game.Answer player) {
        fail(player.text("/playerId"));
        var id = letters().path(0).path("letterId").asText();
        var input = (ObjectNode) read(id).path("input");
        input.remove("apiToken");
        ((ObjectNode) input.at("/payload/effects/0")).put("kind", "grant");
        assertThat(edit("operator", id, 1, input).status()).isEqualTo(200);
        return id;
    }

    private void write(String id, String expression, String attribute, Map<String, AttributeValue> values) {
        game.stack()
                .tables()
                .updateItem(update -> update.tableName(game.stack().ref("TriggersTable"))
                        .key(Map.of("playerId", fromS("dead-letters"), "sk", fromS("letter#" + id)))
                        .updateExpression(expression)
                        .expressionAttributeNames(Map.of("#name", attribute))
                        .expressionAttributeValues(values));
    }

    private static ObjectNode event(String player) {
        var event = Json.object()
                .put("id", "evt_019a9f30-1c80-7d03-9e51-7a0c4f2b6d10")
                .put("type", "match.ended.v1")
                .put("version", 1)
                .put("time", START.toString())
                .put("playerId", player)
                .put("eventGroupId", player)
                .put("deduplicationId", "m1")
                .put("correlationId", "evt_019a9f30-1c80-7d03-9e51-7a0c4f2b6d10")
                .put("hops", 0)
                .put("producer", "game-server")
                .put("isReplay", false);
        event.putArray("causation");
        event.putObject("payload")
                .put("matchId", "m1")
                .put("mode", "ranked")
                .put("outcome", "win")
                .put("durationSeconds", 60);
        return event;
    }

    /** A decision with an effect that no workflow knows. */
    private void fail(String player) {
        var event = Json.object()
                .put("id", "evt_019a9f30-1c80-7d03-9e51-7a0c4f2b6d10")
                .put("playerId", player)
                .put("eventGroupId", player)
                .put("correlationId", "evt_019a9f30-1c80-7d03-9e51-7a0c4f2b6d10")
                .put("hops", 1)
                .put("isReplay", false)
                .put("apiToken", "given by mistake");
        event.putArray("causation");
        var payload = event.putObject("payload")
                .put("trigger", "gift")
                .put("decisionId", "dec_9b3e6f12-4a7c-8e05-b1d2-0c5f7a8e9b01")
                .put("occurrence", "2026-12-01");
        payload.putArray("effects")
                .addObject()
                .put("kind", "teleport")
                .put("tier", 1)
                .put("item", "gem")
                .put("amount", 3);
        game.stack().workflows().start(Caller.unrestricted(), EFFECTS, Optional.empty(), event.toString());
        game.stack().settle();
    }

    private JsonNode letters() {
        return game.get("/v1/dead-letters", game.staff("viewer")).json().path("letters");
    }

    private JsonNode read(String id) {
        return game.get("/v1/dead-letters/" + id, game.staff("viewer")).json();
    }

    private Game.Answer edit(String role, String id, long version, JsonNode input) {
        var body = Json.object().put("version", version).put("note", "a test");
        body.set("input", input);
        return game.send("PUT", "/v1/dead-letters/" + id, game.staff(role), body.toString());
    }

    private Game.Answer redrive(String role, String id) {
        var body = Json.object().put("note", "a test");
        body.putArray("letters").add(id);
        return game.send("POST", "/v1/dead-letter-redrives", game.staff(role), body.toString());
    }

    /** As somebody who has seen each as it is. */
    private Game.Answer redriveBy(String name, String... ids) {
        var edits = Json.object();
        List.of(ids).forEach(id -> edits.put(id, read(id).path("edits").asInt()));
        return redriveSeen(name, edits, ids);
    }

    private Game.Answer redriveSeen(String name, ObjectNode edits, String... ids) {
        var body = Json.object().put("note", "a test");
        body.set("edits", edits);
        var letters = body.putArray("letters");
        List.of(ids).forEach(letters::add);
        return game.send("POST", "/v1/dead-letter-redrives", game.staff("operator", name), body.toString());
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

    private Game.Answer move(String role, String workflow, String name, String move) {
        return game.send(
                "POST",
                "/v1/workflows/%s/runs/%s/%s".formatted(workflow, name, move),
                game.staff(role),
                "{\"note\": \"a test\"}");
    }

    private void publish(String effects) {
        var trigger = Json.object()
                .put("trigger", "caller")
                .put("description", "For a test.")
                .put("owner", "economy-team")
                .put("runbook", "runbooks/webhooks.md")
                .put("accessibility", "Players notice nothing.");
        trigger.putArray("labels").add("economy");
        trigger.putObject("when").putArray("detail-type").add("match.ended.v1");
        trigger.putObject("limits").putObject("perPlayer").put("times", 1).put("per", "P1D");
        trigger.set("effects", Json.read(effects));
        var revision =
                game.get("/v1/trigger-publications", game.staff("viewer")).text("/inForce/revision");
        var body = Json.object().put("base", revision).put("note", "a test");
        body.putArray("triggers").add(trigger);
        var answer = game.send("POST", "/v1/trigger-publications", game.staff("approver"), body.toString());
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
    }

    /** The amounts that the ledger has given the player. */
    private List<String> gifts(Game.Answer player) {
        return game.stack().tables().scan(scan -> scan.tableName(game.stack().ref("TriggersTable"))).items().stream()
                .filter(item ->
                        Optional.ofNullable(item.get("sk")).orElseThrow().s().startsWith("grant#"))
                .filter(item -> Optional.ofNullable(item.get("playerId"))
                        .orElseThrow()
                        .s()
                        .equals(player.text("/playerId")))
                .map(item ->
                        Optional.ofNullable(item.get("amount")).orElseThrow().n())
                .toList();
    }
}
