package com.lifeverse.trigger.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.schema.Schema;
import com.lifeverse.trigger.Effect;
import com.lifeverse.trigger.Span;
import com.lifeverse.trigger.Trigger;
import com.lifeverse.trigger.Trigger.Limit;
import com.lifeverse.trigger.Trigger.Window;
import java.time.DateTimeException;
import java.time.Duration;
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
            return faulty("", "is not YAML: " + e.getOriginalMessage());
        }
        var violations = new ArrayList<>(FORM.violations(document));
        for (int at = 0; at < document.path("effects").size(); at++) {
            if (document.path("effects").path(at).size() != 1) {
                violations.add(new Violation("/effects/" + at, "must be exactly one of grant and notify"));
            }
        }
        var limit = document.path("limits").path("perPlayer");
        var window = document.path("window");
        span(limit.path("per"), "/limits/perPlayer/per", violations);
        span(window.path("within"), "/window/within", violations);
        return violations.isEmpty() && document instanceof ObjectNode object
                ? new Reading.Sound(new TriggerFile(trigger(object, limit, window), object))
                : new Reading.Faulty(violations);
    }

    private static Trigger trigger(ObjectNode file, JsonNode limit, JsonNode window) {
        var labels = new ArrayList<String>();
        file.path("labels").forEach(label -> labels.add(label.asText()));
        var effects = new ArrayList<Effect>();
        file.path("effects").forEach(effect -> effects.add(effect(effect)));
        var per = new Span(Duration.parse(limit.path("per").asText()));
        return new Trigger(
                file.path("trigger").asText(),
                file.path("description").asText(),
                labels,
                file.path("owner").asText(),
                file.path("runbook").asText(),
                file.path("accessibility").asText(),
                Json.plain(file.path("when")),
                window.isMissingNode()
                        ? new Window(1, per)
                        : new Window(
                                window.path("count").asInt(),
                                new Span(Duration.parse(window.path("within").asText()))),
                new Limit(limit.path("times").asInt(), per),
                effects);
    }

    private static Effect effect(JsonNode effect) {
        var grant = effect.path("grant");
        return grant.isMissingNode()
                ? new Effect.Notify(effect.path("notify").path("message").asText())
                : new Effect.Grant(
                        grant.path("item").asText(), grant.path("amount").asInt());
    }

    private static void span(JsonNode text, String pointer, List<Violation> violations) {
        if (text.isTextual()) {
            try {
                new Span(Duration.parse(text.asText()));
            } catch (DateTimeException | IllegalArgumentException e) {
                violations.add(new Violation(pointer, "must be a span of whole seconds, from PT1M to P31D"));
            }
        }
    }

    private static Reading faulty(String pointer, String message) {
        return new Reading.Faulty(List.of(new Violation(pointer, message)));
    }

    private static Schema form() {
        try {
            return Schema.compile(Json.read(Resources.required("/triggers/trigger.schema.json")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema of triggers cannot be read", e);
        }
    }
}
