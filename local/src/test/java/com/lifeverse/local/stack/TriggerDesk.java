package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What staff do with triggers of a stack in virtual time, and what players get by them. */
record TriggerDesk(Game game) {
    /** Puts these in force, and waits until every engine knows. */
    void publish(JsonNode... triggers) {
        var answer = publication(triggers);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        game.stack().advance(Duration.ofSeconds(11));
    }

    /** Puts in force again what was published as this number, and waits until every engine knows. */
    void rollBack(int number) {
        var answer = rollBack("operator", revision(), number);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        game.stack().advance(Duration.ofSeconds(11));
    }

    Game.Answer publication(JsonNode... triggers) {
        return publication("approver", revision(), triggers);
    }

    /** As somebody who has seen the revision {@code base}. */
    Game.Answer publication(String role, String base, JsonNode... triggers) {
        var body = Json.object().put("base", base).put("note", "a test");
        List.of(triggers).forEach(body.putArray("triggers")::add);
        return game.send("POST", "/v1/trigger-publications", game.staff(role), body.toString());
    }

    Game.Answer plan(String role, JsonNode... triggers) {
        var body = Json.object();
        List.of(triggers).forEach(body.putArray("triggers")::add);
        return game.send("POST", "/v1/trigger-plans", game.staff(role), body.toString());
    }

    Game.Answer rollBack(String role, String base, long number) {
        var body = Json.object().put("base", base).put("publication", number);
        return game.send("POST", "/v1/trigger-rollbacks", game.staff(role), body.toString());
    }

    JsonNode publications() {
        return game.get("/v1/trigger-publications", game.staff("viewer")).json();
    }

    /** That is in force. */
    String revision() {
        return publications().at("/inForce/revision").asText();
    }

    JsonNode explain(String trigger, ObjectNode event) {
        var body = Json.object().put("trigger", trigger);
        body.set("event", event);
        return game.send("POST", "/v1/trigger-explanations", game.staff("viewer"), body.toString())
                .json();
    }

    /** What the ledger has given the player, such as {@code 30 coins}. */
    List<String> gifts(String playerId) {
        return game.stack().tables().scan(scan -> scan.tableName(game.stack().ref("TriggersTable"))).items().stream()
                .filter(item -> text(item, "sk").startsWith("grant#"))
                .filter(item -> text(item, "playerId").equals(playerId))
                .map(item ->
                        Optional.ofNullable(item.get("amount")).orElseThrow().n() + " " + text(item, "item"))
                .sorted()
                .toList();
    }

    /** A sound trigger, but for what {@code more} says otherwise. */
    static ObjectNode trigger(String name, String type, String more, String effects) {
        var trigger = Json.object()
                .put("trigger", name)
                .put("description", "For a test.")
                .put("owner", "economy-team")
                .put("runbook", "runbooks/grants.md")
                .put("accessibility", "Announced in the inbox with text.");
        trigger.putArray("labels").add("economy");
        trigger.putObject("when").putArray("detail-type").add(type);
        trigger.putObject("limits").putObject("perPlayer").put("times", 5).put("per", "P1D");
        trigger.set("effects", Json.read(effects));
        trigger.setAll((ObjectNode) Json.read(more));
        return trigger;
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Optional.ofNullable(item.get(name)).orElseThrow().s();
    }
}
