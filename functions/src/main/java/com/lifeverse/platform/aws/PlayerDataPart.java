package com.lifeverse.platform.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.PlayerData;
import com.lifeverse.platform.json.Json;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * One part in the workflows {@code data-erasure} ({@code count}, {@code erase}) and {@code data-export} ({@code export}). Each action can be
 * done again.
 *
 * @param name under which it is counted and exported
 * @param bucket of exports; the part of one is {@code exports/REQUEST/NAME.json}
 */
public record PlayerDataPart(String name, PlayerData data, S3Client s3, String bucket) {
    /** Does what {@code input}, {@code {action, playerId, …}}, asks for, and says what came of it. */
    public byte[] answer(InputStream input) throws IOException {
        return Json.mapper().writeValueAsBytes(done(Json.mapper().readTree(input)));
    }

    private ObjectNode done(JsonNode asked) {
        var playerId = asked.path("playerId").asText();
        return switch (asked.path("action").asText()) {
            case "count" -> count(playerId, asked.path("pass").asInt());
            case "erase" -> Json.object().put("done", data.erase(playerId));
            case "export" -> export(playerId, asked.path("requestId").asText());
            default -> throw new IllegalArgumentException("There is no such action on " + name);
        };
    }

    private ObjectNode count(String playerId, int pass) {
        var json = Json.object();
        var found = json.putArray("found");
        data.count(playerId)
                .forEach((what, items) -> found.addObject()
                        .put("pass", pass)
                        .put("store", name)
                        .put("what", what)
                        .put("items", items));
        return json;
    }

    private ObjectNode export(String playerId, String requestId) {
        var document = Json.object();
        var entries = document.putArray("entries");
        for (var each : data.all(playerId)) {
            var entry = entries.addObject().put("store", name).put("what", each.kind());
            entry.set("data", Json.mapper().valueToTree(each.data()));
        }
        s3.putObject(
                put -> put.bucket(bucket)
                        .key("exports/" + requestId + "/" + name + ".json")
                        .contentType("application/json"),
                RequestBody.fromString(document.toString()));
        var json = Json.object();
        json.putArray("parts").add(name);
        return json;
    }
}
