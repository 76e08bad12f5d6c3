package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.decide.Firing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;

/** The firing that led to an effect, as a workflow hands it over: as much of it as the next event must carry on. */
final class EffectCause {
    private EffectCause() {}

    static Envelope read(JsonNode origin, String playerId, Instant now) {
        var causation = new ArrayList<String>();
        origin.path("causation").forEach(id -> causation.add(id.asText()));
        var id = origin.path("id").asText();
        return new Envelope(
                id,
                Firing.FIRED,
                1,
                now,
                playerId,
                playerId,
                id,
                origin.path("correlationId").asText(),
                causation,
                origin.path("hops").asInt(),
                "trigger",
                origin.path("isReplay").asBoolean(),
                Map.of());
    }
}
