package com.lifeverse.liveops.run.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.desk.Definition;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.run.RunPolicy;
import com.lifeverse.liveops.run.RunRules;
import com.lifeverse.liveops.run.Standing;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Says how an occurrence stands: <code>{event, occurrence, revision, since}</code> → <code>{state, at, until}</code>, with the state
 * {@code tells}, {@code waits}, {@code settles}, {@code over} or {@code withdrawn}. Two reads; changes nothing.
 */
public final class EventRunFunction extends Handler {
    private final InstantSource clock;
    private final Definitions definitions;
    private final RunPolicy policy;

    public EventRunFunction() {
        this(LambdaRuntime.onAws());
    }

    public EventRunFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_EVENTS_TABLE");
        clock = runtime.clock();
        definitions = new DynamoDefinitions(runtime.aws().dynamoDb(), settings.text("LIVE_EVENTS_TABLE"));
        policy = settings.policy(RunPolicy.class);
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var asked = Json.mapper().readTree(input);
        output.write(Json.mapper().writeValueAsBytes(answer(asked, Instant.ofEpochMilli(clock.millis()))));
    }

    private ObjectNode answer(JsonNode asked, Instant now) {
        var id = asked.path("event").asText();
        var occurrence = LocalDateTime.parse(asked.path("occurrence").asText());
        var has = definitions
                .find(id)
                .flatMap(Definition::published)
                .flatMap(number -> event(id, number))
                .filter(event -> event.calendar().happensAt(occurrence));
        var event = has.or(() -> event(id, asked.path("revision").asInt()))
                .orElseThrow(() -> new IllegalStateException("There is no revision of " + id + " that began this run"));
        var since = Instant.parse(asked.path("since").asText());
        var standing = RunRules.look(event, has.isPresent(), occurrence, since, now, policy);
        var until = standing instanceof Standing.Waits waits ? waits.until() : now;
        return Json.object()
                .put("state", word(standing))
                .put("at", now.toString())
                .put("until", until.toString());
    }

    private Optional<LiveEvent> event(String id, int revision) {
        return definitions.revision(id, revision).map(found -> found.event());
    }

    private static String word(Standing standing) {
        return switch (standing) {
            case Standing.Tells _ -> "tells";
            case Standing.Waits _ -> "waits";
            case Standing.Settles _ -> "settles";
            case Standing.Over _ -> "over";
            case Standing.Withdrawn _ -> "withdrawn";
        };
    }
}
