package com.lifeverse.local.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.preview.aws.ProfilePatterns;
import com.lifeverse.local.kernel.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a player does that counts as progress of an event, as a game server tells of it.
 *
 * @param trigger the file of the trigger that says so
 * @param type of what is told
 * @param payload what is the same each time
 * @param most so often a player may do it before the trigger takes no more
 * @param told the text that the trigger has in the inbox each time; empty if it has none
 */
public record Feat(ObjectNode trigger, String type, ObjectNode payload, int most, Optional<String> told) {
    /** What makes that a decision is more than one thing that happened to one player. */
    private static final List<String> MORE = List.of("window", "player", "pace", "next", "percent", "stage");

    /** A trigger whose happenings bots cannot bring about by themselves. */
    public static final class Beyond extends Exception {
        private static final long serialVersionUID = 1L;

        Beyond(String why) {
            super(why);
        }
    }

    /**
     * What makes a trigger fire, once for each.
     *
     * @param trigger its file
     * @param samples events as they stand on the bus, of which one of the right type is taken as the pattern
     * @throws Beyond if it takes more than one thing that a game server tells
     */
    static Feat of(ObjectNode trigger, List<JsonNode> samples) throws Beyond {
        var name = trigger.path("trigger").asText();
        for (var member : MORE) {
            if (trigger.has(member)) {
                throw new Beyond("%s fires by more than single happenings: it has '%s'".formatted(name, member));
            }
        }
        var when = trigger.path("when");
        for (var sample : samples) {
            if (sample.path("source").asText().endsWith(".game-server")
                    && !sample.at("/detail/isReplay").asBoolean()
                    && sample.at("/detail/payload") instanceof ObjectNode like) {
                var event = (ObjectNode) sample.deepCopy();
                var payload = like.deepCopy();
                fit(payload, when.at("/detail/payload"));
                ((ObjectNode) event.path("detail")).set("payload", payload);
                if (matches(when, event)) {
                    var limit = trigger.at("/limits/perPlayer/times").asInt(Integer.MAX_VALUE);
                    return new Feat(
                            trigger,
                            sample.path("detail-type").asText(),
                            payload,
                            limit,
                            told(trigger.path("effects")));
                }
            }
        }
        throw new Beyond(
                "nothing that a game server tells makes %s fire, as far as samples of events show".formatted(name));
    }

    /** What a game server says when a player has done it; each has a name of its own. */
    ObjectNode telling(String playerId, String name, Instant at) {
        var event = Json.object()
                .put("type", type)
                .put("playerId", playerId)
                .put("deduplicationId", name)
                .put("time", at.toString());
        var own = payload.deepCopy();
        payload.fieldNames().forEachRemaining(field -> {
            if (field.endsWith("Id") && payload.path(field).isTextual()) {
                own.put(field, name);
            }
        });
        event.set("payload", own);
        return event;
    }

    /** Puts in what the pattern names as values; what it says otherwise a sample has, or has not. */
    private static void fit(ObjectNode sample, JsonNode pattern) {
        pattern.properties().forEach(member -> {
            var wanted = member.getValue();
            if (wanted.isArray() && wanted.path(0).isValueNode()) {
                sample.set(member.getKey(), wanted.path(0));
            } else if (wanted.isObject() && sample.path(member.getKey()) instanceof ObjectNode inner) {
                fit(inner, wanted);
            }
        });
    }

    private static boolean matches(JsonNode pattern, JsonNode event) {
        return ProfilePatterns.matches(
                com.lifeverse.platform.json.Json.plain(pattern), com.lifeverse.platform.json.Json.plain(event));
    }

    private static Optional<String> told(JsonNode effects) {
        for (var effect : effects) {
            if (effect.has("notify")) {
                return Optional.of(effect.at("/notify/message").asText());
            }
        }
        return Optional.empty();
    }
}
