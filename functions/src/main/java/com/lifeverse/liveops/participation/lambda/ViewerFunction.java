package com.lifeverse.liveops.participation.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.participation.KnownProfile;
import com.lifeverse.liveops.participation.Viewers;
import com.lifeverse.liveops.participation.aws.DynamoViewers;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.time.Instant;
import java.util.TreeMap;

/** Keeps what profiles say, for the audiences of live events. In whatever order news come, the latest holds. A write unit each. */
public final class ViewerFunction extends QueueFunction {
    private final Viewers viewers;

    public ViewerFunction() {
        this(LambdaRuntime.onAws());
    }

    public ViewerFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "PARTICIPATIONS_TABLE");
        this.viewers = new DynamoViewers(runtime.aws().dynamoDb(), settings.text("PARTICIPATIONS_TABLE"));
    }

    @Override
    protected void handle(JsonNode record) throws IOException {
        var detail = Json.read(record.path("body").asText()).path("detail");
        if (detail.path("isReplay").asBoolean()) {
            return;
        }
        var payload = detail.path("payload");
        var until = new TreeMap<String, Instant>();
        payload.path("tagsUntil")
                .properties()
                .forEach(tag ->
                        until.put(tag.getKey(), Instant.parse(tag.getValue().asText())));
        viewers.keep(
                detail.path("playerId").asText(),
                new KnownProfile(payload.path("revision").asLong(), Json.plain(payload.path("profile")), until));
    }
}
