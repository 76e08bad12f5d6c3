package com.lifeverse.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.ArrayList;

/** Envelopes in the form that they have on the bus. */
public final class Envelopes {
    private Envelopes() {}

    /** The envelope in a {@code detail}. */
    public static Envelope read(JsonNode detail) {
        var causation = new ArrayList<String>();
        detail.path("causation").forEach(id -> causation.add(id.asText()));
        return new Envelope(
                detail.path("id").asText(),
                detail.path("type").asText(),
                detail.path("version").asInt(),
                Instant.parse(detail.path("time").asText()),
                detail.path("playerId").asText(),
                detail.path("eventGroupId").asText(),
                detail.path("deduplicationId").asText(),
                detail.path("correlationId").asText(),
                causation,
                detail.path("hops").asInt(),
                detail.path("producer").asText(),
                detail.path("isReplay").asBoolean(),
                Json.plain(detail.path("payload")));
    }

    /** The envelope as it stands in {@code detail} on the bus. */
    public static ObjectNode write(Envelope event) {
        ObjectNode json = Json.object();
        json.put("id", event.id());
        json.put("type", event.type());
        json.put("version", event.version());
        json.put("time", event.time().toString());
        json.put("playerId", event.playerId());
        json.put("eventGroupId", event.eventGroupId());
        json.put("deduplicationId", event.deduplicationId());
        json.put("correlationId", event.correlationId());
        event.causation().forEach(json.putArray("causation")::add);
        json.put("hops", event.hops());
        json.put("producer", event.producer());
        json.put("isReplay", event.isReplay());
        json.set("payload", Json.mapper().valueToTree(event.payload()));
        return json;
    }
}
