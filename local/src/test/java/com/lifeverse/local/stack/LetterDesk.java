package com.lifeverse.local.stack;

import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What staff do with dead letters and runs of workflows. */
record LetterDesk(Game game) {
    JsonNode letters() {
        return game.get("/v1/dead-letters", game.staff("viewer")).json().path("letters");
    }

    JsonNode read(String id) {
        return game.get("/v1/dead-letters/" + id, game.staff("viewer")).json();
    }

    Game.Answer edit(String role, String id, long version, JsonNode input) {
        var body = Json.object().put("version", version).put("note", "a test");
        body.set("input", input);
        return game.send("PUT", "/v1/dead-letters/" + id, game.staff(role), body.toString());
    }

    Game.Answer redrive(String role, String id) {
        var body = Json.object().put("note", "a test");
        body.putArray("letters").add(id);
        return game.send("POST", "/v1/dead-letter-redrives", game.staff(role), body.toString());
    }

    /** As somebody who has seen each as it is. */
    Game.Answer redriveBy(String name, String... ids) {
        var edits = Json.object();
        List.of(ids).forEach(id -> edits.put(id, read(id).path("edits").asInt()));
        return redriveSeen(name, edits, ids);
    }

    Game.Answer redriveSeen(String name, ObjectNode edits, String... ids) {
        var body = Json.object().put("note", "a test");
        body.set("edits", edits);
        var letters = body.putArray("letters");
        List.of(ids).forEach(letters::add);
        return game.send("POST", "/v1/dead-letter-redrives", game.staff("operator", name), body.toString());
    }

    /** Changes an attribute of a letter behind its keeper's back. */
    void write(String id, String expression, String attribute, Map<String, AttributeValue> values) {
        game.stack()
                .tables()
                .updateItem(update -> update.tableName(game.stack().ref("TriggersTable"))
                        .key(Map.of("playerId", fromS("dead-letters"), "sk", fromS("letter#" + id)))
                        .updateExpression(expression)
                        .expressionAttributeNames(Map.of("#name", attribute))
                        .expressionAttributeValues(values));
    }

    JsonNode runs(String workflow) {
        return game.get("/v1/workflows/%s/runs".formatted(workflow), game.staff("viewer"))
                .json()
                .path("runs");
    }

    JsonNode run(String workflow, String name) {
        return game.get("/v1/workflows/%s/runs/%s".formatted(workflow, name), game.staff("viewer"))
                .json();
    }

    Game.Answer move(String role, String workflow, String name, String move) {
        return game.send(
                "POST",
                "/v1/workflows/%s/runs/%s/%s".formatted(workflow, name, move),
                game.staff(role),
                "{\"note\": \"a test\"}");
    }
}
