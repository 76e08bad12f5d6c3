package com.lifeverse.local.simulate.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.trigger.Outcome.Told;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A state's item.
 *
 * @param due when time alone brings about something; empty if it does not
 * @param held the firing that is held back, as which time and how many; empty if none is
 * @param ttl when the item may be swept away, in epoch seconds
 */
record Written(long revision, String command, String due, String held, long ttl, List<Decision> told) {
    /** A decision that was told. */
    record Decision(String id, Told told) {
        static Decision of(JsonNode event) {
            var payload = event.path("payload");
            return new Decision(
                    payload.path("decisionId").asText(),
                    new Told(
                            payload.path("trigger").asText(),
                            event.path("playerId").asText(),
                            payload.path("occurrence").asText(),
                            payload.path("firings").asInt(1),
                            Json.read(payload.path("effects").toString())));
        }
    }

    Written {
        told = List.copyOf(told);
    }

    static Written of(Map<String, AttributeValue> item) {
        var out = Items.text(item, "out");
        return new Written(
                Long.parseLong(Items.number(item, "revision")),
                Items.text(item, "command"),
                Items.text(item, "due"),
                held(Items.text(item, "held")),
                Long.parseLong(Items.number(item, "ttl")),
                out.isEmpty()
                        ? List.of()
                        : Json.read(out).valueStream().map(Decision::of).toList());
    }

    private static String held(String text) {
        if (text.isEmpty()) {
            return "";
        }
        var held = Json.read(text);
        return held.path("occurrence").asText() + " x" + held.path("firings").asInt();
    }
}
