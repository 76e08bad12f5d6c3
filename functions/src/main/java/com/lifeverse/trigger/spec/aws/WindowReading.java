package com.lifeverse.trigger.spec.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Span;
import com.lifeverse.trigger.spec.Window;
import com.lifeverse.trigger.spec.Window.Frame;
import com.lifeverse.trigger.spec.Window.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The window of a trigger's file. */
final class WindowReading {
    private static final List<String> KINDS = List.of("count", "sum", "distinct", "sequence", "absence");
    private static final Map<String, String> PARTS = Map.of("total", "sum", "least", "sum", "values", "distinct");

    private WindowReading() {}

    /** What the schema cannot say: one kind of window, with what belongs to it and nothing else. */
    static void check(JsonNode window, List<Violation> violations) {
        if (!window.isObject()) {
            return;
        }
        if (KINDS.stream().filter(window::has).count() != 1) {
            violations.add(new Violation("/window", "must have exactly one of " + String.join(", ", KINDS)));
        }
        PARTS.forEach((part, kind) -> {
            if (window.has(part) && !window.has(kind)) {
                violations.add(new Violation("/window/" + part, "belongs to a window of " + kind));
            }
        });
        if (window.has("sum") && !window.has("total")) {
            violations.add(new Violation("/window/total", "is missing"));
        }
        if (window.has("distinct") && !window.has("values")) {
            violations.add(new Violation("/window/values", "is missing"));
        }
    }

    static Window read(JsonNode window, Span otherwise, Values values) {
        if (window.isMissingNode()) {
            return Window.counting(1, otherwise);
        }
        return new Window(
                measure(window, values),
                values.span(window.path("within"), "/window/within"),
                window.path("frame").asText().equals("sliding") ? Frame.SLIDING : Frame.TUMBLING,
                window.path("of").asText().equals("global") ? Scope.GLOBAL : Scope.PLAYER);
    }

    private static Measure measure(JsonNode window, Values values) {
        if (window.has("sum")) {
            long total = window.path("total").asLong();
            long least = window.path("least").asLong(1);
            var field = values.field(window.path("sum"), "/window/sum");
            return values.attempt(
                    () -> new Measure.Sum(field, total, least),
                    new Measure.Count(1),
                    "/window/least",
                    "must be at most the total");
        }
        if (window.has("distinct")) {
            return new Measure.Distinct(
                    values.field(window.path("distinct"), "/window/distinct"),
                    window.path("values").asInt());
        }
        if (window.has("sequence")) {
            var steps = new ArrayList<Map<String, Object>>();
            window.path("sequence").forEach(step -> steps.add(Json.plain(step)));
            return new Measure.Sequence(steps);
        }
        return window.has("absence")
                ? new Measure.Absence(Json.plain(window.path("absence")))
                : new Measure.Count(window.path("count").asInt());
    }
}
