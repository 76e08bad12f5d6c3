package com.lifeverse.liveops.participation.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.participation.ParticipationDesk.Happening;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.time.Instant;

/**
 * Hears what triggers decide, and counts it where a live event says that it is progress. What is told again from the archive counts
 * nothing, and a decision counts once, however often it is told. What counts is when it happened, not when that was decided: so what is heard of late
 * counts for the occurrence it belongs to, until that is over. A decision that no event asks for costs no unit; one that counts two
 * read units, and four write units, with a first one's two and a goal's two more, doubled as a transaction is.
 */
public final class ProgressFunction extends QueueFunction {
    private final ParticipationWiring wiring;

    public ProgressFunction() {
        this(LambdaRuntime.onAws());
    }

    public ProgressFunction(LambdaRuntime runtime) {
        this.wiring = ParticipationWiring.of(runtime);
    }

    @Override
    protected void handle(JsonNode record) throws IOException {
        var detail = Json.read(record.path("body").asText()).path("detail");
        var fired = Envelopes.read(detail);
        if (fired.isReplay() || fired.playerId().isEmpty()) {
            return;
        }
        var said = detail.path("payload");
        var trigger = said.path("trigger").asText();
        var happening = new Happening(
                fired.playerId(),
                said.path("decisionId").asText(),
                said.path("firings").asLong(1),
                happenedAt(said, fired));
        for (var published : wiring.events().all()) {
            boolean asks = published
                    .revision()
                    .event()
                    .progress()
                    .filter(progress -> progress.trigger().equals(trigger))
                    .isPresent();
            if (asks) {
                wiring.desk().advance(published, happening);
            }
        }
    }

    /** Decisions of before it was told have only their own time. */
    private static Instant happenedAt(JsonNode said, Envelope fired) {
        return said.has("happenedAt") ? Instant.parse(said.path("happenedAt").asText()) : fired.time();
    }
}
