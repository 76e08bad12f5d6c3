package com.lifeverse.trigger.spec.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.spec.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The effects of a trigger's file. */
final class EffectReading {
    private static final String KINDS =
            "must be exactly one of grant, notify, flag, webhook, startWorkflow, emit, counter";

    private EffectReading() {}

    static void check(JsonNode effects, List<Violation> violations) {
        for (int at = 0; at < effects.size(); at++) {
            if (effects.path(at).size() != 1) {
                violations.add(new Violation("/effects/" + at, KINDS));
            }
        }
    }

    static List<Effect> read(JsonNode effects, Values values) {
        var read = new ArrayList<Effect>();
        for (int at = 0; at < effects.size(); at++) {
            var effect = effects.path(at).properties().iterator().next();
            read.add(effect(effect.getKey(), effect.getValue(), "/effects/" + at, values));
        }
        return read;
    }

    private static Effect effect(String kind, JsonNode about, String pointer, Values values) {
        return switch (kind) {
            case "grant" ->
                new Effect.Grant(
                        about.path("item").asText(), about.path("amount").asInt());
            case "notify" -> new Effect.Notify(about.path("message").asText());
            case "flag" ->
                new Effect.Flag(
                        about.path("name").asText(), values.duration(about.path("lasts"), pointer + "/flag/lasts"));
            case "webhook" -> new Effect.Webhook(about.path("destination").asText());
            case "startWorkflow" ->
                new Effect.StartWorkflow(
                        about.path("workflow").asText(),
                        about.has("input") ? Json.plain(about.path("input")) : Map.of());
            case "emit" -> new Effect.Emit(about.path("type").asText(), Json.plain(about.path("payload")));
            case "counter" ->
                new Effect.Counter(about.path("name").asText(), about.path("by").asLong());
            default -> throw new IllegalStateException("The schema lets no effect through that is called " + kind);
        };
    }
}
