package com.lifeverse.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path into an event, in the part of JSONPath that rules use: {@code $}, {@code .name}, {@code ['name']} and
 * {@code [0]}.
 */
public final class EventPath {
    private static final Pattern STEP = Pattern.compile("\\.([A-Za-z0-9_@:/-]+)|\\['([^']+)']|\\[(\\d+)]");

    private sealed interface Step {
        record Name(String name) implements Step {}

        record Index(int index) implements Step {}
    }

    private final List<Step> steps;

    private EventPath(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException if it is none, or uses more of JSONPath than is held here
     */
    public static EventPath parse(String text) {
        if (!text.startsWith("$")) {
            throw new IllegalArgumentException("A path starts with $: " + text);
        }
        var steps = new ArrayList<Step>();
        var matcher = STEP.matcher(text);
        int position = 1;
        while (position < text.length()) {
            if (!matcher.find(position) || matcher.start() != position) {
                throw new IllegalArgumentException("Not understood at " + position + " of path " + text);
            }
            if (matcher.group(3) != null) {
                steps.add(new Step.Index(Integer.parseInt(matcher.group(3))));
            } else {
                steps.add(new Step.Name(matcher.group(1) != null ? matcher.group(1) : matcher.group(2)));
            }
            position = matcher.end();
        }
        return new EventPath(steps);
    }

    /** What is there; empty if nothing is. */
    public Optional<JsonNode> in(JsonNode event) {
        var node = event;
        for (var step : steps) {
            node = switch (step) {
                case Step.Name(var name) -> node.path(name);
                case Step.Index(var index) -> node.path(index);
            };
        }
        return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    }
}
