package com.lifeverse.trigger.match.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.lint.Extent;
import com.lifeverse.trigger.match.aws.Clue.Range;
import com.lifeverse.trigger.spec.EventField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What there can be in a field of the events that a pattern lets by, by the schemas of events and the clues of the index. As {@link Reach}, it
 * rather lets through too much. A number is one value, however it is written.
 */
public final class Room {
    private static final String PAYLOAD = "payload";
    private static final JsonNode TEXT = Json.object().put("type", "string");
    private static final Set<String> WITH_PARTS = Set.of("array", "object");
    /** What says in another way what there may be. */
    private static final Set<String> OTHERWISE = Set.of("$ref", "allOf", "anyOf", "oneOf", "patternProperties");
    /** More whole numbers than these are not listed; no window asks for as many. */
    private static final double MOST_LISTED = 1_000;

    private Room() {}

    /**
     * What events of a type that match the pattern can say in a field that a window reads.
     *
     * @param when a pattern that the matcher takes
     * @param schema of the type's payload
     */
    public static Extent of(String type, Map<String, Object> when, EventField field, JsonNode schema) {
        if (Reach.contradiction(List.of(when), type, schema).isPresent()) {
            return Extent.of(Set.of());
        }
        var path = "detail." + field.path();
        var leaves = Leaf.of(Json.mapper().valueToTree(when)).stream()
                .filter(leaf -> leaf.path().equals(path))
                .toList();
        return form(field, schema).map(form -> extent(form, leaves)).orElse(Extent.UNKNOWN);
    }

    // Of what is not declared nothing is known; that it is not declared is told elsewhere.
    private static Optional<JsonNode> form(EventField field, JsonNode schema) {
        var steps = List.of(field.path().split("\\.", -1));
        if (!steps.getFirst().equals(PAYLOAD)) {
            return Optional.of(TEXT);
        }
        var at = schema;
        for (var step : steps.subList(1, steps.size())) {
            if (at.path("type").asText().equals("array")) {
                // A window does not look into lists.
                return Optional.of(at);
            }
            var properties = at.path("properties");
            if (!properties.has(step) || OTHERWISE.stream().anyMatch(at::has)) {
                return Optional.empty();
            }
            at = properties.path(step);
        }
        return Optional.of(at).filter(form -> OTHERWISE.stream().noneMatch(form::has));
    }

    private static Extent extent(JsonNode form, List<Leaf> leaves) {
        var type = form.path("type").asText();
        if (WITH_PARTS.contains(type)) {
            return Extent.of(Set.of());
        }
        var few = Reach.few(form, leaves);
        if (few.isPresent()) {
            return Extent.of(texts(few.get().stream(), leaves));
        }
        if (!type.equals("integer") && !type.equals("number")) {
            return Extent.UNKNOWN;
        }
        var ranges = Reach.ranges(form, leaves);
        double low = ranges.stream().mapToDouble(Range::low).min().orElse(Double.POSITIVE_INFINITY);
        double high = ranges.stream().mapToDouble(Range::high).max().orElse(Double.NEGATIVE_INFINITY);
        return type.equals("integer") && high - low < MOST_LISTED
                ? Extent.of(texts(
                        LongStream.rangeClosed((long) Math.ceil(low), (long) Math.floor(high))
                                .mapToObj(LongNode::valueOf),
                        leaves))
                : new Extent(Optional.empty(), high);
    }

    private static Set<String> texts(Stream<? extends JsonNode> values, List<Leaf> leaves) {
        return values.filter(value -> value.isValueNode() && !value.isNull())
                .filter(value -> Reach.someOf(Stream.of(value), leaves))
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }
}
