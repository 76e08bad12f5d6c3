package com.lifeverse.liveops.run.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.desk.Definition;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.participation.aws.DynamoParticipations;
import com.lifeverse.liveops.run.TellMessages;
import com.lifeverse.liveops.run.TellMessages.Part;
import com.lifeverse.liveops.run.TellMessages.Place;
import com.lifeverse.platform.aws.EventPublisher;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Tells a part of an occurrence's players what has come due: <code>{event, occurrence, since, until, after}</code> →
 * <code>{after, told, done}</code>. Told again from the same place, nothing is in an inbox twice.
 */
public final class EventMessageFunction extends Handler {
    /** Of the five minutes that it has. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final InstantSource clock;
    private final Definitions definitions;
    private final TellMessages messages;

    public EventMessageFunction() {
        this(LambdaRuntime.onAws());
    }

    public EventMessageFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_EVENTS_TABLE", "PARTICIPATIONS_TABLE", "BUS");
        var aws = runtime.aws();
        var bus = new EventPublisher(aws.eventBridge(), settings.text("BUS"));
        clock = runtime.clock();
        definitions = new DynamoDefinitions(aws.dynamoDb(), settings.text("LIVE_EVENTS_TABLE"));
        messages = new TellMessages(
                new DynamoParticipations(aws.dynamoDb(), settings.text("PARTICIPATIONS_TABLE")),
                due -> bus.publish(due.stream().map(Envelopes::write).toList()));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var asked = Json.mapper().readTree(input);
        var part = event(asked.path("event").asText())
                .map(event -> tell(event, asked))
                // Withdrawn meanwhile: nobody is told any more.
                .orElse(new Part(Place.START, 0, true));
        var answer = Json.object()
                .put("after", part.after().text())
                .put("told", part.told())
                .put("done", part.done());
        output.write(Json.mapper().writeValueAsBytes(answer));
    }

    private Part tell(LiveEvent event, JsonNode asked) {
        var patience = clock.instant().plus(PATIENCE);
        return messages.tell(
                event,
                LocalDateTime.parse(asked.path("occurrence").asText()),
                Instant.parse(asked.path("since").asText()),
                Instant.parse(asked.path("until").asText()),
                Place.of(asked.path("after").asText()),
                () -> clock.instant().isBefore(patience));
    }

    private Optional<LiveEvent> event(String id) {
        return definitions
                .find(id)
                .flatMap(Definition::published)
                .flatMap(number -> definitions.revision(id, number))
                .map(found -> found.event());
    }
}
