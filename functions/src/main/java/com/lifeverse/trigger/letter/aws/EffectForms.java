package com.lifeverse.trigger.letter.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.schema.Rfc3339;
import com.lifeverse.trigger.EventType;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Versions;
import com.lifeverse.trigger.spec.aws.EventTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a corrected decision of a trigger may say: whose it is, when and in which circumstances stays, and each effect is in all of it what
 * the letter has at that place, or what the version gives there that decided. Who corrects a letter mends how it is said; who gets what,
 * how often and by which key is for those to say who publish triggers. Left over are a kind that was misspelt, effects that are left out
 * or were garbled, and what tells where the event came from.
 *
 * @param inForce finds the versions of a trigger; empty if none of that name is in force
 */
record EffectForms(EventTypes types, Function<String, Optional<Versions>> inForce) {
    private static final String PAYLOAD = "/payload/";
    private static final String EFFECTS = "effects";
    private static final String KIND = "kind";
    private static final String TIER = "tier";

    /** As the workflow's schema has them; another one is a slip. */
    private static final Set<String> KINDS =
            Set.of("grant", "notify", "flag", "counter", "emit", "startWorkflow", "webhook");

    /** Without them nobody knows whose decision it is, and by which keys its effects are known again. */
    private static final List<String> WHOSE =
            List.of("/playerId", "/payload/trigger", "/payload/decisionId", "/payload/occurrence");

    /** What of the envelope decides who has a turn, when something counts and how often it is handed on, where it has the right form. */
    private static final List<Stays> ENVELOPE = List.of(
            new Stays("/eventGroupId", JsonNode::isTextual),
            new Stays("/time", time -> Rfc3339.parse(time.asText()).isPresent()),
            new Stays("/hops", hops -> hops.canConvertToInt() && hops.asInt() >= 0),
            new Stays("/isReplay", JsonNode::isBoolean));

    private record Stays(String place, Predicate<JsonNode> sound) {}

    /** What is wrong, by pointers into the input; {@code before} is missing where it was not readable. */
    List<Violation> faults(JsonNode before, JsonNode after) {
        var faults = new ArrayList<Violation>();
        for (var place : WHOSE) {
            if (!before.at(place).isTextual()) {
                faults.add(new Violation(
                        place, "is nowhere in the letter: what nobody decided is given by a compensation"));
            }
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        stay("/playerId", before, after, faults);
        ENVELOPE.stream()
                .filter(each -> each.sound().test(before.at(each.place())))
                .forEach(each -> stay(each.place(), before, after, faults));
        names(before, after).forEach(name -> stay(PAYLOAD + name, before, after, faults));
        var given = given(before);
        var tiers = new LinkedHashSet<JsonNode>();
        var effects = after.at(PAYLOAD + EFFECTS);
        for (int at = 0; at < effects.size(); at++) {
            var place = PAYLOAD + EFFECTS + "/" + at;
            var effect = effects.path(at);
            if (!tiers.add(effect.path(TIER))) {
                faults.add(new Violation(place + "/" + TIER, "is there before: its effect would be taken as done"));
            }
            said(place, before, effect, given).ifPresent(faults::add);
            emitted(place, effect).ifPresent(faults::add);
        }
        return faults;
    }

    private static void stay(String place, JsonNode before, JsonNode after, List<Violation> faults) {
        var was = before.at(place);
        if (!was.equals(after.at(place))) {
            faults.add(new Violation(place, was.isMissingNode() ? "is not in the letter" : "must stay " + was));
        }
    }

    /** The payload's members besides the effects. */
    private static Set<String> names(JsonNode before, JsonNode after) {
        var names = new TreeSet<String>();
        before.path("payload").fieldNames().forEachRemaining(names::add);
        after.path("payload").fieldNames().forEachRemaining(names::add);
        names.remove(EFFECTS);
        return names;
    }

    private static Optional<Violation> said(String place, JsonNode before, JsonNode effect, List<JsonNode> given) {
        var had = before.at(PAYLOAD + EFFECTS)
                .valueStream()
                .filter(each -> each.path(TIER).equals(effect.path(TIER)))
                .findFirst();
        if (had.filter(each -> isThat(each, effect)).isPresent() || given.contains(effect)) {
            return Optional.empty();
        }
        var differs = had.map(each -> Differences.between(each.toString(), effect.toString())).stream()
                .flatMap(List::stream)
                .findFirst();
        return Optional.of(
                new Violation(
                        place + differs.orElse("/" + TIER),
                        "must be what the letter has in the effect of this tier, or what the version gives there that decided"));
    }

    /** What it was called may be what was wrong. */
    private static boolean isThat(JsonNode had, JsonNode effect) {
        if (had instanceof ObjectNode said && !KINDS.contains(said.path(KIND).asText())) {
            return said.deepCopy().<ObjectNode>set(KIND, effect.path(KIND)).equals(effect);
        }
        return had.equals(effect);
    }

    private Optional<Violation> emitted(String place, JsonNode effect) {
        return effect.path(KIND).asText().equals("emit")
                        && types.find(effect.path("type").asText())
                                .filter(known -> known.type().producers().contains(EventType.EFFECT))
                                .isEmpty()
                ? Optional.of(
                        new Violation(place + "/type", "does not list effect as a producer: our own code relies on it"))
                : Optional.empty();
    }

    /** What the version gives that decided, as the decision would tell it; nothing if it is in force no longer. */
    private List<JsonNode> given(JsonNode before) {
        int firings = Math.max(1, before.at("/payload/firings").asInt(1));
        return inForce.apply(before.at("/payload/trigger").asText()).stream()
                .flatMap(versions -> versions.all().stream())
                .map(Versions.Version::trigger)
                .filter(trigger ->
                        trigger.version().equals(before.at("/payload/version").asText()))
                .findFirst()
                .map(trigger -> told(trigger, firings))
                .orElse(List.of());
    }

    private static List<JsonNode> told(Trigger trigger, int firings) {
        var told = new ArrayList<JsonNode>();
        for (var effect : trigger.effects()) {
            told.add(told(effect, firings, told.size() + 1));
        }
        return told;
    }

    private static JsonNode told(Effect effect, int firings, int tier) {
        // Written and read, numbers are as those of an input that was read.
        try {
            var data = new LinkedHashMap<String, Object>(effect.times(firings).data());
            data.put(KIND, effect.kind());
            data.put(TIER, tier);
            return Json.read(Json.write(data));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written is JSON", e);
        }
    }
}
