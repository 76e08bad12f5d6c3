package com.lifeverse.trigger.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.decide.Held;
import java.time.Instant;

/** A firing that is held back, as JSON in its state's item. */
final class HeldText {
    private HeldText() {}

    static String write(Held held) {
        var json = Json.object()
                .put("id", held.id())
                .put("occurrence", held.occurrence())
                .put("firings", held.firings())
                .put("since", held.since().toString())
                .put("last", held.last().toString());
        json.set("cause", Envelopes.write(held.cause()));
        return json.toString();
    }

    static Held read(String text) {
        try {
            var json = Json.read(text);
            return new Held(
                    json.path("id").asText(),
                    json.path("occurrence").asText(),
                    Envelopes.read(json.path("cause")),
                    json.path("firings").asInt(),
                    Instant.parse(json.path("since").asText()),
                    Instant.parse(json.path("last").asText()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What a trigger holds back cannot be read", e);
        }
    }
}
