package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.stack.Game.Answer;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A plan of grants for one player and a crowd, and what tests ask about it.
 *
 * @param first who gets the most
 */
record Outage(Game game, String first) {
    static final String PLANS = "/v1/compensations";
    static final String PLAN = PLANS + "/outage-17";
    static final int CROWD = 249;

    ObjectNode plan() {
        var plan = Json.object()
                .put("id", "outage-17")
                .put("reason", "Servers were away for an hour.")
                .put("incident", "INC-17")
                .put("message", "sorry-for-the-outage");
        plan.putArray("lines");
        line(plan, first, 500);
        for (int i = 0; i < CROWD; i++) {
            line(plan, Festival.player(i), 1 + i % 100);
        }
        return plan;
    }

    static int total() {
        int total = 500;
        for (int i = 0; i < CROWD; i++) {
            total += 1 + i % 100;
        }
        return total;
    }

    static void line(ObjectNode plan, String playerId, int amount) {
        plan.withArray("/lines")
                .addObject()
                .put("playerId", playerId)
                .put("item", "coins")
                .put("amount", amount);
    }

    static String text(Map<String, AttributeValue> item, String name) {
        return attribute(item, name).s();
    }

    static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
        return item.getOrDefault(name, AttributeValue.fromS(""));
    }

    Answer submit(JsonNode plan) {
        return game.send("POST", PLANS, game.staff("author", "ann"), plan.toString());
    }

    Answer decide(String what, String role, String name, String digest) {
        return game.send("PUT", PLAN + "/" + what, game.staff(role, name), "{\"digest\":\"%s\"}".formatted(digest));
    }

    Answer recall(String name) {
        return game.send("PUT", PLANS + "/outage-18/recall", game.staff("author", name), "{}");
    }

    Answer move(String move) {
        return game.send(
                "POST",
                "/v1/workflows/compensation/runs/outage-17/" + move,
                game.staff("operator"),
                "{\"note\":\"a test\"}");
    }

    /** A second run, by hand. */
    Answer beginAgain() {
        return game.send(
                "POST",
                "/v1/workflows/compensation/runs",
                game.staff("operator"),
                "{\"run\":\"outage-17-2\",\"input\":{\"compensation\":\"outage-17\"}}");
    }

    /** Tells once more that it was approved, as a queue may. */
    void tellAgain(String digest) {
        var event = Json.object()
                .put("detail-type", "liveops.compensation_approved.v1")
                .put("source", "lifeverse.liveops");
        event.putObject("detail")
                .put("id", "evt_019b7ff1-7d20-7a31-9c44-0b61d2a3f851")
                .put("type", "liveops.compensation_approved.v1")
                .put("version", 1)
                .put("time", "2026-12-06T09:00:00Z")
                .put("producer", "liveops")
                .putObject("payload")
                .put("compensation", "outage-17")
                .put("digest", digest)
                .put("players", CROWD + 1);
        var queue = game.stack().queues().all().stream()
                .filter(each -> each.name().contains("CompensationQueue")
                        && !each.name().contains("DeadLetters"))
                .findFirst()
                .orElseThrow();
        game.stack().queues().send(Caller.unrestricted(), queue.arn(), event.toString(), Map.of());
    }

    JsonNode read() {
        return game.get(PLAN, game.staff("viewer")).json();
    }

    /** What the ledger has of compensations. */
    List<Map<String, AttributeValue>> grants() {
        return game
                .stack()
                .tables()
                .scanPaginator(scan -> scan.tableName(game.stack().ref("TriggersTable")))
                .items()
                .stream()
                .filter(item -> text(item, "sk").startsWith("grant#compensation/outage-"))
                .toList();
    }

    void assertEachIsMadeOnce(int players, int total) {
        var grants = grants();
        assertThat(grants.stream().map(item -> text(item, "playerId")).distinct())
                .hasSize(players);
        assertThat(grants).hasSize(players);
        assertThat(grants.stream()
                        .mapToInt(item ->
                                Integer.parseInt(attribute(item, "amount").n()))
                        .sum())
                .isEqualTo(total);
    }

    List<String> files() {
        var bucket = game.stack()
                .ref(Traces.of(game).buckets().stream()
                        .filter(id -> id.startsWith("CompensationFiles"))
                        .findFirst()
                        .orElseThrow());
        return game.stack().buckets().listObjectsV2(list -> list.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }
}
