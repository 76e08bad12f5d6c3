package com.lifeverse.trigger.match.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.schema.Schema;
import com.lifeverse.trigger.match.aws.Clue.Literal;
import com.lifeverse.trigger.match.aws.Clue.Range;
import com.lifeverse.trigger.match.aws.Said.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether any event can match patterns at once. By the clues of the index and by the schemas of events: a field is looked at by itself,
 * so that not everything that cannot be is found, but nothing is found that can be.
 */
public final class Reach {
    private static final String PAYLOAD = "detail.payload.";

    private Reach() {}

    /**
     * The field in which no event of a type can have what all of these patterns ask for; empty if there is none.
     *
     * @param schema of its payload
     */
    public static Optional<String> contradiction(List<Map<String, Object>> patterns, String type, JsonNode schema) {
        var asked = new LinkedHashMap<String, List<Leaf>>();
        for (var pattern : patterns) {
            JsonNode tree = Json.mapper().valueToTree(pattern);
            Leaf.of(tree)
                    .forEach(leaf -> asked.computeIfAbsent(leaf.path(), _ -> new ArrayList<>())
                            .add(leaf));
        }
        return asked.entrySet().stream()
                .filter(field -> !possible(field.getKey(), field.getValue(), type, schema))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean possible(String path, List<Leaf> leaves, String type, JsonNode schema) {
        if (path.equals("detail-type") || path.equals("detail.type")) {
            return someOf(Stream.of(TextNode.valueOf(type)), leaves);
        }
        if (!path.startsWith(PAYLOAD)) {
            return true;
        }
        var field = schema;
        for (var step : path.substring(PAYLOAD.length()).split("\\.", -1)) {
            if (field.path("type").asText("object").equals("array")) {
                // Its elements may each have another part of what is asked for.
                return true;
            }
            var properties = field.path("properties");
            if (!properties.has(step) && !field.path("additionalProperties").asBoolean(true)) {
                return false;
            }
            // Of what a type does not name, a newer one may say anything.
            field = properties.has(step) ? properties.path(step) : Json.object();
        }
        return field.path("type").asText().equals("array") || held(field, leaves);
    }

    private static boolean held(JsonNode field, List<Leaf> leaves) {
        var few = few(field, leaves);
        if (few.isPresent()) {
            return someOf(few.get().stream(), leaves);
        }
        return field.path("type").asText().equals("string")
                ? leaves.stream().noneMatch(leaf -> leaf.clues().stream().allMatch(Range.class::isInstance))
                : !ranges(field, leaves).isEmpty();
    }

    /** What there may be in a field, where that is few enough to list; not all of it need be what is asked for. */
    static Optional<List<JsonNode>> few(JsonNode field, List<Leaf> leaves) {
        if (field.has("enum")) {
            return Optional.of(field.path("enum").valueStream().toList());
        }
        if (field.has("const")) {
            return Optional.of(List.of(field.path("const")));
        }
        if (field.path("type").asText().equals("boolean")) {
            return Optional.of(List.of(BooleanNode.TRUE, BooleanNode.FALSE));
        }
        var rule = Schema.compile(field);
        return leaves.stream()
                .filter(leaf -> leaf.clues().stream().allMatch(Reach::isLiteral))
                .findFirst()
                .map(literal -> literal.clues().stream()
                        .map(Reach::value)
                        .filter(value -> rule.violations(value).isEmpty())
                        .toList());
    }

    /** Between which bounds the numbers in a field may be. */
    static List<Range> ranges(JsonNode field, List<Leaf> leaves) {
        var open = List.of(new Range(
                field.path("minimum").asDouble(Double.NEGATIVE_INFINITY),
                field.path("maximum").asDouble(Double.POSITIVE_INFINITY)));
        for (var leaf : leaves) {
            if (leaf.clues().stream().allMatch(Range.class::isInstance)) {
                var before = open;
                open = leaf.clues().stream()
                        .map(Range.class::cast)
                        .flatMap(clue -> before.stream()
                                .map(other -> new Range(
                                        Math.max(clue.low(), other.low()), Math.min(clue.high(), other.high()))))
                        .filter(both -> both.low() <= both.high())
                        .toList();
            }
        }
        return open;
    }

    /** Whether one of these values is what all ask for. */
    static boolean someOf(Stream<? extends JsonNode> values, List<Leaf> leaves) {
        return values.anyMatch(
                value -> value.isContainerNode() || leaves.stream().allMatch(leaf -> leaf.allows(said(value))));
    }

    private static Said said(JsonNode value) {
        if (value.isTextual()) {
            return Said.text(Said.encodable(value.asText()), null);
        }
        return value.isNumber() ? Said.number(value.asText(), null) : Said.word(value.asText(), null);
    }

    private static boolean isLiteral(Clue clue) {
        return clue instanceof Literal || (clue instanceof Range(double low, double high) && low == high);
    }

    private static JsonNode value(Clue clue) {
        return switch (clue) {
            case Literal(var kind, var text) ->
                kind == Kind.TEXT
                        ? TextNode.valueOf(text)
                        : text.equals("null") ? Json.mapper().nullNode() : BooleanNode.valueOf(text.equals("true"));
            case Range(double low, double _) ->
                low == Math.rint(low) && Math.abs(low) < Integer.MAX_VALUE
                        ? IntNode.valueOf((int) low)
                        : Json.mapper().getNodeFactory().numberNode(low);
            case Clue.Shape _, Clue.AnyCase _, Clue.Other _, Clue.Present _ ->
                throw new IllegalArgumentException("Not a literal: " + clue);
        };
    }
}
