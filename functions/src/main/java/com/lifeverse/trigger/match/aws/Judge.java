package com.lifeverse.trigger.match.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.pattern.PatternReading;
import com.lifeverse.trigger.explain.Condition;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a document against each demand of a pattern by itself, and then against the whole. Every verdict is event-ruler's, so
 * an explanation cannot say something else than what happens. Slow; for people, not for batches.
 */
public final class Judge {
    private static final String EITHER = "$or";

    private final JsonNode document;
    private final List<Condition> conditions = new ArrayList<>();

    private Judge(JsonNode document) {
        this.document = document;
    }

    /**
     * The pattern's demands in their order, those of alternatives too, and last the whole if it is more than they are each.
     *
     * @param pointer the pattern's place in the trigger's file
     */
    public static List<Condition> conditions(String pointer, ObjectNode pattern, JsonNode document) {
        var judge = new Judge(document);
        boolean matches = matches(pattern, document);
        boolean plain = judge.visit(pattern, pointer, List.of());
        if (plain && matches == judge.conditions.stream().allMatch(Condition::met)) {
            return judge.conditions;
        }
        // An alternative that is not met stops nothing, so it is told without its verdict on the whole.
        var told = new ArrayList<Condition>();
        for (var condition : judge.conditions) {
            told.add(matches ? met(condition) : condition);
        }
        var whole = plain ? "all of it, in the same element of each list" : "all of it, with one of each alternatives";
        told.add(new Condition(pointer, whole, matches ? "that" : "not together", matches, ""));
        return told;
    }

    private static Condition met(Condition condition) {
        return condition.met()
                ? condition
                : new Condition(condition.pointer(), condition.demanded(), condition.saw() + ", not needed", true, "");
    }

    private boolean visit(ObjectNode pattern, String pointer, List<String> path) {
        boolean plain = true;
        for (var field : pattern.properties()) {
            var below = pointer + "/" + field.getKey().replace("~", "~0").replace("/", "~1");
            if (field.getKey().equals(EITHER) && field.getValue().isArray()) {
                plain = false;
                for (int at = 0; at < field.getValue().size(); at++) {
                    if (field.getValue().get(at) instanceof ObjectNode choice) {
                        visit(choice, below + "/" + at, path);
                    }
                }
                continue;
            }
            var steps = new ArrayList<>(path);
            steps.add(field.getKey());
            if (field.getValue() instanceof ObjectNode object) {
                plain &= visit(object, below, steps);
            } else {
                conditions.add(condition(below, field.getValue(), steps));
            }
        }
        return plain;
    }

    private Condition condition(String pointer, JsonNode demanded, List<String> path) {
        var alone = Json.object();
        var at = alone;
        for (var step : path.subList(0, path.size() - 1)) {
            at = at.putObject(step);
        }
        at.set(path.getLast(), demanded);
        boolean met = matches(alone, document);
        var saw = new ArrayList<JsonNode>();
        collect(document, path, saw);
        var text = switch (saw.size()) {
            case 0 -> "nothing";
            case 1 -> saw.getFirst().toString();
            default -> saw.toString();
        };
        return new Condition(pointer, demanded.toString(), text, met, met ? "" : NearMiss.of(demanded, saw));
    }

    // Lists add no step to a path, and a key may itself have dots.
    private static void collect(JsonNode node, List<String> path, List<JsonNode> saw) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, path, saw));
        } else if (path.isEmpty()) {
            if (!node.isObject()) {
                saw.add(node);
            }
        } else {
            for (int steps = 1; steps <= path.size(); steps++) {
                var below = node.get(String.join(".", path.subList(0, steps)));
                if (below != null) {
                    collect(below, path.subList(steps, path.size()), saw);
                }
            }
        }
    }

    private static boolean matches(ObjectNode pattern, JsonNode document) {
        return switch (PatternReading.of(pattern.toString())) {
            case PatternReading.Refused(var reason) -> throw new IllegalArgumentException(reason);
            case PatternReading.Taken(var machine) -> {
                try {
                    yield !machine.rulesForJSONEvent(document.toString()).isEmpty();
                } catch (Exception e) {
                    // The machine declares Exception; what it throws of a document that is JSON is a fault of ours.
                    throw new IllegalStateException("The matcher failed at " + pattern, e);
                }
            }
        };
    }
}
