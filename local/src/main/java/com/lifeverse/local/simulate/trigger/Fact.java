package com.lifeverse.local.simulate.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/** An event as the reference reads it. */
record Fact(String type, String id, String name, String player, Instant time, int hops, JsonNode payload) {
    static Fact of(JsonNode envelope) {
        return new Fact(
                envelope.path("type").asText(),
                envelope.path("id").asText(),
                envelope.path("deduplicationId").asText(),
                envelope.path("playerId").asText(),
                Instant.parse(envelope.path("time").asText()),
                envelope.path("hops").asInt(),
                envelope.path("payload"));
    }

    /** What stands at a place such as {@code payload.mode}; empty if nothing does. */
    String at(String path) {
        return path.startsWith("payload.")
                ? payload.path(path.substring("payload.".length())).asText()
                : name;
    }
}
