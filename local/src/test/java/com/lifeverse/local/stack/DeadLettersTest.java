package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromN;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

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

/** What could not be carried out is found by staff, corrected, and handed back; and it happens once. */
@Tag("stack")
final class DeadLettersTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");
    private static final String EFFECTS = "arn:aws:states:us-east-1:111111111111:stateMachine:dev-trigger-effects:live";
    private static final String REDRIVE = EFFECTS.replace("trigger-effects", "dead-letter-redrive");

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(START));
    private final LetterDesk desk = new LetterDesk(game);

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(game.stack().faults().seen()).isEmpty();
        game.close();
    }

    @Test
    void whatFailedIsFoundCorrectedAndHandedBackAndHappensOnce() {
        var player = game.signIn("patient");
        fail(player.text("/playerId"));
        var letter = desk.letters().path(0);
        assertThat(letter.path("workflow").asText()).isEqualTo("trigger-effects");
        assertThat(letter.path("error").asText()).isEqualTo("unknown-effect");
        assertThat(letter.path("status").asText()).isEqualTo("waiting");

        var id = letter.path("letterId").asText();
        var whole = desk.read(id);
        assertThat(whole.at("/input/apiToken").asText()).isEqualTo("(not shown)");
        var input = (ObjectNode) whole.path("input");
        assertThat(desk.edit("author", id, 1, input).status()).isEqualTo(403);
        assertThat(desk.edit("operator", id, 1, input).text("/violations/0/pointer"))
                .isEqualTo("/input");
        input.remove("apiToken");
        assertThat(desk.edit("operator", id, 1, input).text("/violations/0/pointer"))
                .isEqualTo("/input/payload/effects/0/kind");
        ((ObjectNode) input.at("/payload/effects/0")).put("kind", "grant");
        assertThat(desk.edit("operator", id, 1, input).status()).isEqualTo(200);
        assertThat(desk.edit("operator", id, 1, input).text("/type")).isEqualTo("/problems/dead-letter-changed");

        assertThat(desk.redrive("viewer", id).status()).isEqualTo(403);
        assertThat(desk.redrive("operator", id).text("/type")).isEqualTo("/problems/second-person-required");
        assertThat(desk.redriveBy("olga", id, id).text("/violations/0/pointer")).isEqualTo("/letters/1");
        assertThat(desk.redriveSeen("olga", Json.object().put(id, -1), id).text("/violations/0/pointer"))
                .isEqualTo("/edits/" + id);
        for (var unseen :
                List.of(Json.object(), Json.object().put(id, 0), Json.object().put(id, 2))) {
            assertThat(desk.redriveSeen("olga", unseen, id).text("/type")).isEqualTo("/problems/dead-letter-changed");
        }
        var first = desk.redriveBy("olga", id);
        assertThat(first.status()).isEqualTo(202);
        assertThat(desk.redriveBy("olga", id).text("/runs/0/run")).isEqualTo(first.text("/runs/0/run"));
        game.stack().settle();

        assertThat(gifts(player)).containsExactly("3 gem");
        var redriven = desk.read(id);
        assertThat(redriven.path("status").asText()).isEqualTo("redriven");
        assertThat(redriven.path("log").findValuesAsText("by")).containsExactly("sam", "olga", "dead-letter-redrive");
        assertThat(redriven.at("/corrections/0/by").asText()).isEqualTo("sam");
        assertThat(redriven.at("/corrections/0/note").asText()).isEqualTo("a test");
        assertThat(redriven.at("/corrections/0/places").toString())
                .contains("/payload/effects/0/kind")
                .contains("/apiToken");

        assertThat(desk.redriveBy("olga", id).text("/type")).isEqualTo("/problems/dead-letter-not-redrivable");
        game.stack().settle();
        assertThat(gifts(player)).containsExactly("3 gem");
        assertThat(desk.runs("dead-letter-redrive").findValuesAsText("status")).containsExactly("succeeded");
    }

    @Test
    void whoHandsItBackWhileAnotherDoesIsToldTheSameRun() throws Exception {
        var id = correctedLetter(game.signIn("patient"));
        // As the first step of the run that they are told leaves it.
        desk.write(
                id,
                "SET #name = :value ADD version :one",
                "status",
                Map.of(":value", fromS("redriving"), ":one", fromN("1")));

        try (var both = Executors.newFixedThreadPool(2)) {
            var told = both
                    .invokeAll(List.<Callable<String>>of(
                            () -> desk.redriveBy("olga", id).text("/runs/0/run"),
                            () -> desk.redriveBy("thea", id).text("/runs/0/run")))
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            // Or else that it was handed back, if that was sooner.
            assertThat(told).contains(id + "-2").isSubsetOf(id + "-2", "");
        }
        game.stack().settle();

        assertThat(desk.runs("dead-letter-redrive").findValuesAsText("status")).containsExactly("succeeded");
        assertThat(desk.read(id).path("status").asText()).isEqualTo("redriven");
    }

    @Test
    void anAttemptThatFailedGoesOnWhenItIsHandedBackAgain() {
        var player = game.signIn("patient");
        var id = correctedLetter(player);
        var log = desk.read(id).path("log").toString();
        desk.write(id, "SET #name = :value", "log", Map.of(":value", fromS("unreadable")));
        var input = Json.object()
                .put("letterId", id)
                .put("edits", 1)
                .put("by", "olga")
                .put("note", "a test");
        game.stack().workflows().start(Caller.unrestricted(), REDRIVE, Optional.of(id + "-2"), input.toString());
        game.stack().advance(Duration.ofMinutes(10));
        assertThat(desk.run("dead-letter-redrive", id + "-2").path("status").asText())
                .isEqualTo("failed");

        desk.write(id, "SET #name = :value", "log", Map.of(":value", fromS(log)));
        assertThat(desk.redriveBy("thea", id).text("/runs/0/run")).isEqualTo(id + "-2");
        game.stack().settle();

        var run = desk.run("dead-letter-redrive", id + "-2");
        assertThat(run.path("status").asText()).isEqualTo("succeeded");
        assertThat(run.path("redrives").asInt()).isEqualTo(1);
        assertThat(gifts(player)).containsExactly("3 gem");
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

        var letter = desk.letters().path(0);
        assertThat(letter.path("workflow").asText()).isEqualTo("trigger-engine");
        var id = letter.path("letterId").asText();
        var input = (ObjectNode) desk.read(id).path("input");
        assertThat(input).isEqualTo(event);
        assertThat(desk.edit("operator", id, 1, input).text("/violations/0/pointer"))
                .isEqualTo("/input/time");
        input.put("time", START.toString());
        input.put("producer", "session");
        assertThat(desk.edit("operator", id, 1, input).text("/violations/0/pointer"))
                .isEqualTo("/input/producer");
        input.put("producer", "game-server");
        input.put("deduplicationId", "another");
        assertThat(desk.edit("operator", id, 1, input).text("/violations/0/pointer"))
                .isEqualTo("/input/deduplicationId");
        input.set("deduplicationId", event.path("deduplicationId"));
        assertThat(desk.edit("operator", id, 1, input).status()).isEqualTo(200);
        assertThat(desk.redrive("operator", id).status()).isEqualTo(403);
        assertThat(desk.redriveBy("olga", id).status()).isEqualTo(202);
        game.stack().settle();

        assertThat(gifts(player)).containsExactly("100 coins");
        assertThat(desk.read(id).path("status").asText()).isEqualTo("redriven");
        assertThat(desk.runs("dead-letter-redrive").at("/0/status").asText()).isEqualTo("succeeded");
    }

    /** The letter of a decision that could not be carried out, put right by sam. */
    private String correctedLetter(Game.Answer player) {
        fail(player.text("/playerId"));
        var id = desk.letters().path(0).path("letterId").asText();
        var input = (ObjectNode) desk.read(id).path("input");
        input.remove("apiToken");
        ((ObjectNode) input.at("/payload/effects/0")).put("kind", "grant");
        assertThat(desk.edit("operator", id, 1, input).status()).isEqualTo(200);
        return id;
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

    /** What the ledger has given the player, such as {@code 3 gem}. */
    private List<String> gifts(Game.Answer player) {
        return new TriggerDesk(game).gifts(player.text("/playerId"));
    }
}
