package com.lifeverse.platform.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Envelopes in the form that they have on the bus. */
public final class Envelopes {
    private static final List<String> DERIVED =
            List.of("version", "eventGroupId", "deduplicationId", "correlationId", "causation", "hops", "isReplay");

    private Envelopes() {}

    /** The envelope in a {@code detail}; what a brief form leaves out is what {@link Envelope#first} says. */
    public static Envelope read(JsonNode detail) {
        var causation = new ArrayList<String>();
        detail.path("causation").forEach(id -> causation.add(id.asText()));
        var id = detail.path("id").asText();
        var type = detail.path("type").asText();
        var playerId = player(detail.path("playerId"));
        return new Envelope(
                id,
                type,
                detail.has("version") ? detail.path("version").asInt() : Envelope.versionOf(type),
                Instant.parse(detail.path("time").asText()),
                playerId,
                detail.path("eventGroupId").asText(playerId),
                detail.path("deduplicationId").asText(id),
                detail.path("correlationId").asText(id),
                causation,
                hops(detail.path("hops")),
                detail.path("producer").asText(),
                detail.path("isReplay").asBoolean(),
                Json.plain(detail.path("payload")));
    }

    // Of nobody, be it said or not; as a text, null would be a player of that name.
    private static String player(JsonNode player) {
        if (player.isMissingNode() || player.isNull()) {
            return "";
        }
        if (!player.isTextual()) {
            throw new IllegalArgumentException("An event's playerId is a text, not " + player);
        }
        return player.asText();
    }

    // Read as none, it would lead an event through the loop breaker again and again.
    private static int hops(JsonNode hops) {
        if (!hops.isMissingNode() && !(hops.canConvertToInt() && hops.isIntegralNumber() && hops.asInt() >= 0)) {
            throw new IllegalArgumentException("An event's hops are a whole number from 0, not " + hops);
        }
        return hops.asInt();
    }

    /** The envelope as it stands in {@code detail} on the bus. */
    public static ObjectNode write(Envelope event) {
        ObjectNode json = Json.object();
        json.put("id", event.id());
        json.put("type", event.type());
        json.put("version", event.version());
        json.put("time", event.time().toString());
        // Absent, so that no listener takes a word for a player.
        if (!event.playerId().isEmpty()) {
            json.put("playerId", event.playerId());
        }
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

    /** The envelope without what {@link Envelope#first} would say of it anyway; {@link #read} reads both forms. */
    public static ObjectNode writeBrief(Envelope event) {
        var first = write(Envelope.first(
                event.id(), event.type(), event.time(), event.playerId(), event.producer(), event.payload()));
        var json = write(event);
        for (var name : DERIVED) {
            if (json.path(name).equals(first.path(name))) {
                json.remove(name);
            }
        }
        return json;
    }
}
