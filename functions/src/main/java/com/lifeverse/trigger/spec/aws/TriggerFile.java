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
import com.lifeverse.trigger.spec.Trigger;
import java.util.ArrayList;
import java.util.List;

/**
 * A trigger's file: what it means, and what it says.
 *
 * @param trigger what the rules work with
 * @param document the file's content, as the API shows it
 */
public record TriggerFile(Trigger trigger, ObjectNode document) {
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
        var violations = new ArrayList<>(FORM.violations(document));
        EffectReading.check(document.path("effects"), violations);
        WindowReading.check(document.path("window"), violations);
        if (!violations.isEmpty() || !(document instanceof ObjectNode object)) {
            return new Reading.Faulty(violations);
        }
        var values = new Values(violations);
        var trigger = trigger(object, values);
        return violations.isEmpty()
                ? new Reading.Sound(new TriggerFile(trigger, object))
                : new Reading.Faulty(violations);
    }

    private static Trigger trigger(ObjectNode file, Values values) {
        var labels = new ArrayList<String>();
        file.path("labels").forEach(label -> labels.add(label.asText()));
        var limits = LimitReading.read(file.path("limits"), values);
        return new Trigger(
                file.path("trigger").asText(),
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
