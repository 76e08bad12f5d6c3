package com.lifeverse.trigger.spec.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.Turn;
import com.lifeverse.trigger.spec.Window.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The effects of a trigger's file. */
final class EffectReading {
    private static final String KINDS =
            "must be exactly one of grant, notify, flag, webhook, startWorkflow, emit, counter";

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration LEASE = Duration.ofDays(1);

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
                        about.has("input") ? Json.plain(about.path("input")) : Map.of(),
                        about.has("concurrency")
                                ? Optional.of(turn(about, pointer + "/startWorkflow/concurrency", values))
                                : Optional.empty());
            case "emit" -> new Effect.Emit(about.path("type").asText(), Json.plain(about.path("payload")));
            case "counter" ->
                new Effect.Counter(about.path("name").asText(), about.path("by").asLong());
            default -> throw new IllegalStateException("The schema lets no effect through that is called " + kind);
        };
    }

    private static Turn turn(JsonNode about, String pointer, Values values) {
        var said = about.path("concurrency");
        var lease = said.has("lease") ? values.duration(said.path("lease"), pointer + "/lease") : LEASE;
        if (lease.compareTo(SHORTEST) < 0 || lease.compareTo(LONGEST) > 0) {
            values.violations().add(new Violation(pointer + "/lease", "must be from PT1M to P30D"));
        }
        return new Turn(
                said.path("key").asText(about.path("workflow").asText()),
                said.path("of").asText("player").equals("player") ? Scope.PLAYER : Scope.GLOBAL,
                said.path("most").asInt(1),
                said.path("otherwise").asText("drop").equals("wait"),
                lease);
    }
}
