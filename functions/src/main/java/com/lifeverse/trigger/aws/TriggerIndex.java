package com.lifeverse.trigger.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.event.ruler.JsonRuleCompiler;

/**
 * Finds the triggers that want an event. Each pattern is filed under the literal demand that the fewest patterns share, such
 * as its event type or a map's name; an event is matched only against patterns filed under what it says itself. So thousands
 * of triggers cost what a handful does, and a matcher is compiled only when an event first needs it. The verdict is
 * event-ruler's own. Safe for use by several threads.
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html">EventBridge patterns</a>
 */
public final class TriggerIndex {
    private record Literal(String path, String text) {}

    private final Map<Literal, Matcher> filed = new HashMap<>();
    private final Matcher unfiled = new Matcher();
    /** Paths that lead to a filed literal, and all their beginnings. */
    private final Set<String> paths = new HashSet<>();

    /** Files the patterns, JSON texts by the trigger's name. Invalid ones fail when first compiled; see {@link #fault}. */
    public TriggerIndex(Map<String, String> patterns) {
        var demands = new TreeMap<String, Map<String, List<String>>>();
        patterns.forEach((name, pattern) -> demands.put(name, ExactFields.of(read(pattern))));
        var sharing = sharing(demands);
        demands.forEach((name, exact) -> file(name, pattern(patterns, name), exact, sharing));
    }

    /** Why the matcher does not accept this pattern; empty if it does. */
    public static Optional<String> fault(String pattern) {
        return Optional.ofNullable(JsonRuleCompiler.check(pattern));
    }

    /**
     * The names of the triggers whose patterns match, in order.
     *
     * @param event the whole event as it stands on the bus
     * @throws JsonProcessingException if it is not JSON
     */
    public List<String> matching(String event) throws JsonProcessingException {
        var said = new HashSet<Literal>();
        collect(Json.read(event), "", said);
        var names = new TreeSet<>(unfiled.matching(event));
        for (var literal : said) {
            var matcher = filed.get(literal);
            if (matcher != null) {
                names.addAll(matcher.matching(event));
            }
        }
        return List.copyOf(names);
    }

    private void file(String name, String pattern, Map<String, List<String>> exact, Map<Literal, Integer> sharing) {
        var best = exact.entrySet().stream()
                .min((one, other) -> Integer.compare(crowd(one, sharing), crowd(other, sharing)));
        if (best.isEmpty()) {
            unfiled.add(name, pattern);
            return;
        }
        var path = best.get().getKey();
        for (var text : best.get().getValue()) {
            filed.computeIfAbsent(new Literal(path, text), _ -> new Matcher()).add(name, pattern);
        }
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
            paths.add(path.substring(0, dot));
        }
        paths.add(path);
    }

    private static int crowd(Map.Entry<String, List<String>> demand, Map<Literal, Integer> sharing) {
        return demand.getValue().stream()
                .mapToInt(text -> sharing.getOrDefault(new Literal(demand.getKey(), text), 0))
                .sum();
    }

    private static Map<Literal, Integer> sharing(Map<String, Map<String, List<String>>> demands) {
        var sharing = new HashMap<Literal, Integer>();
        for (var exact : demands.values()) {
            exact.forEach(
                    (path, texts) -> texts.forEach(text -> sharing.merge(new Literal(path, text), 1, Integer::sum)));
        }
        return sharing;
    }

    // Arrays add no step to a path: the matcher sees a field in them as it sees one outside.
    private void collect(JsonNode node, String path, Set<Literal> said) {
        if (node.isTextual()) {
            said.add(new Literal(path, node.asText()));
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, path, said));
        } else if (node.isObject()) {
            for (var field : node.properties()) {
                var below = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
                if (paths.contains(below)) {
                    collect(field.getValue(), below, said);
                }
            }
        }
    }

    private static String pattern(Map<String, String> patterns, String name) {
        return Optional.ofNullable(patterns.get(name)).orElseThrow();
    }

    private static JsonNode read(String pattern) {
        try {
            return Json.read(pattern);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A pattern is not JSON: " + pattern, e);
        }
    }
}
