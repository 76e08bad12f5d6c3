package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.PlayerTraces;
import com.lifeverse.trigger.aws.DynamoTraces;
import com.lifeverse.trigger.replay.ErasedPlayers;
import com.lifeverse.trigger.replay.aws.DynamoErasedPlayers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The part of triggers in the workflows {@code data-erasure} ({@code count}, {@code erase}) and {@code data-export} ({@code export}). Each
 * can be done again.
 */
public final class TriggerDataFunction extends Handler {
    private static final String PART = "triggers";

    private final PlayerTraces traces;
    private final ErasedPlayers erased;
    private final InstantSource clock;
    private final S3Client s3;
    private final String bucket;

    public TriggerDataFunction() {
        this(LambdaRuntime.onAws());
    }

    public TriggerDataFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE", "EXPORT_BUCKET");
        this.traces = new DynamoTraces(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        this.erased = new DynamoErasedPlayers(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
        this.clock = runtime.clock();
        this.s3 = runtime.aws().s3();
        this.bucket = settings.text("EXPORT_BUCKET");
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        output.write(Json.mapper().writeValueAsBytes(answer(Json.mapper().readTree(input))));
    }

    private ObjectNode answer(JsonNode asked) {
        var playerId = asked.path("playerId").asText();
        return switch (asked.path("action").asText()) {
            case "count" -> count(playerId, asked.path("pass").asInt());
            case "erase" -> erase(playerId);
            case "export" -> export(playerId, asked.path("requestId").asText());
            default -> throw new IllegalArgumentException("There is no such action on what triggers keep");
        };
    }

    // Noted first: from then on no replay brings anything of it back.
    private ObjectNode erase(String playerId) {
        erased.note(playerId, clock.instant());
        return Json.object().put("done", traces.erase(playerId));
    }

    private ObjectNode count(String playerId, int pass) {
        var json = Json.object();
        var found = json.putArray("found");
        traces.count(playerId)
                .forEach((what, items) -> found.addObject()
                        .put("pass", pass)
                        .put("store", PART)
                        .put("what", what)
                        .put("items", items));
        return json;
    }

    private ObjectNode export(String playerId, String requestId) {
        var document = Json.object();
        var entries = document.putArray("entries");
        for (var trace : traces.all(playerId)) {
            var entry = entries.addObject().put("store", PART).put("what", trace.kind());
            entry.set("data", Json.mapper().valueToTree(trace.data()));
        }
        s3.putObject(
                put -> put.bucket(bucket)
                        .key("exports/" + requestId + "/" + PART + ".json")
                        .contentType("application/json"),
                RequestBody.fromString(document.toString()));
        var json = Json.object();
        json.putArray("parts").add(PART);
        return json;
    }
}
