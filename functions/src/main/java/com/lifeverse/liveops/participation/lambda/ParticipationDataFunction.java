package com.lifeverse.liveops.participation.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.participation.Footprints;
import com.lifeverse.liveops.participation.aws.DynamoFootprints;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The part of live events in the workflows {@code data-erasure} ({@code count}, {@code erase}) and {@code data-export} ({@code export}). Each
 * can be done again.
 */
public final class ParticipationDataFunction extends Handler {
    private static final String PART = "participations";

    private final Footprints footprints;
    private final S3Client s3;
    private final String bucket;

    public ParticipationDataFunction() {
        this(LambdaRuntime.onAws());
    }

    public ParticipationDataFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "PARTICIPATIONS_TABLE", "EXPORT_BUCKET");
        this.footprints = new DynamoFootprints(runtime.aws().dynamoDb(), settings.text("PARTICIPATIONS_TABLE"));
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
            default -> throw new IllegalArgumentException("There is no such action on what live events keep");
        };
    }

    private ObjectNode erase(String playerId) {
        return Json.object().put("done", footprints.erase(playerId));
    }

    private ObjectNode count(String playerId, int pass) {
        var json = Json.object();
        var found = json.putArray("found");
        footprints
                .count(playerId)
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
        for (var footprint : footprints.all(playerId)) {
            var entry = entries.addObject().put("store", PART).put("what", footprint.kind());
            entry.set("data", Json.mapper().valueToTree(footprint.data()));
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
