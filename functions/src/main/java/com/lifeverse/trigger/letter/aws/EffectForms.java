package com.lifeverse.trigger.letter.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.EventType;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.Versions;
import com.lifeverse.trigger.spec.aws.EventTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a corrected decision of a trigger may ask for: what it asked for before, or what the trigger of that name gives as it is in force.
 * Who corrects a letter mends what was misspelt; what players get is for those to say who publish triggers.
 *
 * @param inForce finds the versions of a trigger; empty if none of that name is in force
 */
record EffectForms(EventTypes types, Function<String, Optional<Versions>> inForce) {
    /** Whose decision it is: another one would be carried out once more. */
    private static final List<String> FIXED =
            List.of("/playerId", "/payload/trigger", "/payload/decisionId", "/payload/occurrence");

    /** What tells one effect from another, by kinds; the last one is what is wrong where there is no such effect. */
    private static final Map<String, List<String>> TOLD_BY = Map.ofEntries(
            Map.entry("grant", List.of("item", "amount")),
            Map.entry("notify", List.of("message")),
            Map.entry("flag", List.of("name")),
            Map.entry("webhook", List.of("destination")),
            Map.entry("startWorkflow", List.of("workflow")),
            Map.entry("emit", List.of("type")),
            Map.entry("counter", List.of("name", "by")));

    /** What is wrong, by pointers into the input; {@code before} is missing where it was not readable. */
    List<Violation> faults(JsonNode before, JsonNode after) {
        var faults = new ArrayList<Violation>();
        for (var place : FIXED) {
            var was = before.at(place);
            if (was.isTextual() && !was.equals(after.at(place))) {
                faults.add(new Violation(place, "must stay " + was.asText()));
            }
        }
        var effects = after.at("/payload/effects");
        var asked = before.at("/payload/effects").valueStream().toList();
        var given = given(before, after);
        for (int at = 0; at < effects.size(); at++) {
            effect(effects, at, asked, given, faults);
        }
        int most = Stream.concat(Stream.of(asked.size()), given.stream().map(List::size))
                .max(Integer::compare)
                .orElse(0);
        if (effects.size() > most) {
            faults.add(new Violation("/payload/effects", "are more than the trigger has: " + most));
        }
        return faults;
    }

    private void effect(
            JsonNode effects, int at, List<JsonNode> asked, List<List<JsonNode>> given, List<Violation> faults) {
        var effect = effects.path(at);
        var kind = effect.path("kind").asText();
        var names = TOLD_BY.getOrDefault(kind, List.of());
        if (names.isEmpty()) {
            // The workflow's schema says so.
            return;
        }
        var place = "/payload/effects/%d/%s".formatted(at, names.getLast());
        long times = effects.valueStream()
                .limit(at + 1L)
                .filter(other -> other.path("kind").equals(effect.path("kind")) && alike(names, effect, other))
                .count();
        // What it was called may be what was wrong.
        boolean before =
                asked.stream().filter(other -> alike(names, effect, other)).count() >= times;
        boolean now = given.stream()
                .anyMatch(version -> version.stream()
                                .filter(other -> other.path("kind").asText().equals(kind))
                                .filter(other -> alike(names, effect, other))
                                .count()
                        >= times);
        if (!before && !now) {
            faults.add(
                    new Violation(place, "must be what the decision had, or what the trigger gives that is in force"));
        }
        if (kind.equals("emit")
                && types.find(effect.path("type").asText())
                        .filter(known -> known.type().producers().contains(EventType.EFFECT))
                        .isEmpty()) {
            faults.add(new Violation(place, "does not list effect as a producer: our own code relies on it"));
        }
    }

    private static boolean alike(List<String> names, JsonNode one, JsonNode other) {
        return names.stream().allMatch(name -> one.path(name).equals(other.path(name)));
    }

    /** The effects of each version in force, as the decision would tell them. */
    private List<List<JsonNode>> given(JsonNode before, JsonNode after) {
        int firings = Math.max(1, before.at("/payload/firings").asInt(1));
        return inForce.apply(after.at("/payload/trigger").asText()).stream()
                .flatMap(versions -> versions.all().stream())
                .map(version -> version.trigger().effects().stream()
                        .map(effect -> told(effect, firings))
                        .toList())
                .toList();
    }

    private static JsonNode told(Effect effect, int firings) {
        // Written and read, numbers are as those of an input that was read.
        try {
            var data = new LinkedHashMap<String, Object>(effect.times(firings).data());
            data.put("kind", effect.kind());
            return Json.read(Json.write(data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written is JSON", e);
        }
    }
}
