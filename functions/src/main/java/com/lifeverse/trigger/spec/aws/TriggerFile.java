package com.lifeverse.trigger.spec.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.schema.Schema;
import com.lifeverse.trigger.spec.About;
import com.lifeverse.trigger.spec.Once;
import com.lifeverse.trigger.spec.Pace;
import com.lifeverse.trigger.spec.Release;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Versions;
import com.lifeverse.trigger.spec.Versions.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A trigger's file: what it means, and what it says.
 *
 * @param trigger what the rules work with
 * @param document the file's content, as the API shows it; of a version that is to follow, what the file would say were it the only one
 * @param release how far it has come
 * @param next the version that is to follow
 */
public record TriggerFile(Trigger trigger, ObjectNode document, Release release, Optional<TriggerFile> next) {
    private static final Schema FORM = form();

    /** What came of reading a file. */
    public sealed interface Reading {
        /** It has the right form. */
        record Sound(TriggerFile file) implements Reading {}

        /** It has not; nothing in it was ignored. */
        record Faulty(List<Violation> violations) implements Reading {
            public Faulty {
                violations = List.copyOf(violations);
            }
        }
    }

    /** Reads YAML or JSON. A key that is not known is refused, with its place: nobody should trust a setting that does nothing. */
    public static Reading read(String text) {
        JsonNode document;
        try {
            document = Resources.yaml(text);
        } catch (JsonProcessingException e) {
            return new Reading.Faulty(List.of(new Violation("", "is not YAML: " + e.getOriginalMessage())));
        }
        return read(document);
    }

    private static Reading read(JsonNode document) {
        var violations = new ArrayList<>(FORM.violations(document));
        EffectReading.check(document.path("effects"), violations);
        WindowReading.check(document.path("window"), violations);
        if (!violations.isEmpty() || !(document instanceof ObjectNode object)) {
            return new Reading.Faulty(violations);
        }
        var values = new Values(violations);
        var trigger = trigger(object, values);
        var release = VersionReading.release(object, violations);
        var next = Optional.of(object).filter(VersionReading::hasNext).flatMap(whole -> next(whole, violations));
        return violations.isEmpty()
                ? new Reading.Sound(new TriggerFile(trigger, object, release, next))
                : new Reading.Faulty(violations);
    }

    // What is right in the trigger itself can only be wrong by what the version says otherwise.
    private static Optional<TriggerFile> next(ObjectNode document, List<Violation> violations) {
        var pointers = new NextPointers(document);
        if (document.at("/next/stage").asText().equals("live")
                && document.at("/next/percent").isMissingNode()) {
            violations.add(new Violation("/next/percent", "must say for how many of the players it is live"));
        }
        return switch (read(VersionReading.next(document))) {
            case Reading.Sound(var file) -> Optional.of(file);
            case Reading.Faulty(var faults) -> {
                violations.addAll(pointers.of(faults));
                yield Optional.empty();
            }
        };
    }

    /** The versions that are in force together. */
    public Versions versions() {
        return new Versions(new Version(trigger, release), next.map(file -> new Version(file.trigger, file.release)));
    }

    /** As if it were the only version, and live for everybody. */
    public TriggerFile alone() {
        return new TriggerFile(trigger, document, Release.LIVE, Optional.empty());
    }

    /** This file, and that of the version that is to follow if there is one. */
    public List<TriggerFile> all() {
        return Stream.concat(Stream.of(this), next.stream()).toList();
    }

    /** Where the file says what the version that is to follow has at a place. */
    public NextPointers nextPointers() {
        return new NextPointers(document);
    }

    private static Trigger trigger(ObjectNode file, Values values) {
        var labels = new ArrayList<String>();
        file.path("labels").forEach(label -> labels.add(label.asText()));
        var limits = LimitReading.read(file.path("limits"), values);
        return new Trigger(
                file.path("trigger").asText(),
                VersionReading.version(file),
                new About(
                        file.path("description").asText(),
                        labels,
                        file.path("owner").asText(),
                        file.path("runbook").asText(),
                        file.path("accessibility").asText()),
                Json.plain(file.path("when")),
                Json.plain(file.path("player").isMissingNode() ? Json.object() : file.path("player")),
                WindowReading.read(file.path("window"), limits.perPlayer().per(), values),
                limits,
                once(file.path("once"), values),
                pace(file.path("pace"), values),
                EffectReading.read(file.path("effects"), values));
    }

    private static Once once(JsonNode once, Values values) {
        return new Once(
                values.optional(once.path("key"), key -> values.field(key, "/once/key")),
                values.optional(once.path("for"), length -> values.duration(length, "/once/for")));
    }

    private static Pace pace(JsonNode pace, Values values) {
        return new Pace(
                pace.path("priority").asInt(Pace.USUAL.priority()),
                values.optional(pace.path("debounce"), length -> values.duration(length, "/pace/debounce")),
                values.optional(
                        pace.path("batch"),
                        batch -> new Pace.Batch(
                                batch.path("firings").asInt(),
                                values.duration(batch.path("within"), "/pace/batch/within"))));
    }

    private static Schema form() {
        try {
            return Schema.compile(Json.read(Resources.required("/triggers/trigger.schema.json")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema of triggers cannot be read", e);
        }
    }
}
