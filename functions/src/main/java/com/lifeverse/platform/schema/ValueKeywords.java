package com.lifeverse.platform.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Keywords for values of any type. */
final class ValueKeywords {
    /** JSON Schema's equality: numbers by their value, so that 1 and 1.0 are the same. */
    private static final Comparator<JsonNode> BY_VALUE = (left, right) -> {
        var one = NumberKeywords.decimal(left);
        var other = NumberKeywords.decimal(right);
        if (one.isPresent() && other.isPresent()) {
            return one.get().compareTo(other.get());
        }
        return left.equals(right) ? 0 : 1;
    };

    private ValueKeywords() {}

    static Rule type(JsonNode value, String pointer) {
        if (!value.isTextual()) {
            throw Keywords.wrong(pointer, "type must be one name; a list of types is not supported");
        }
        var name = value.asText();
        return switch (name) {
            case "object" -> form(JsonNode::isObject, "must be an object");
            case "array" -> form(JsonNode::isArray, "must be an array");
            case "string" -> form(JsonNode::isTextual, "must be a string");
            case "boolean" -> form(JsonNode::isBoolean, "must be true or false");
            case "null" -> form(JsonNode::isNull, "must be null");
            case "number" -> form(node -> NumberKeywords.decimal(node).isPresent(), "must be a number");
            case "integer" -> form(NumberKeywords::isInteger, "must be an integer");
            default -> throw Keywords.wrong(pointer, "there is no type " + name);
        };
    }

    static Rule oneOf(JsonNode value, String pointer) {
        if (!value.isArray() || value.isEmpty()) {
            throw Keywords.wrong(pointer, "enum must be a list of values");
        }
        var choices = new ArrayList<JsonNode>();
        value.forEach(choices::add);
        return member(
                choices,
                choices.stream().map(JsonNode::toString).collect(Collectors.joining(", ", "must be one of ", "")));
    }

    static Rule constant(JsonNode value) {
        return member(List.of(value), "must be " + value);
    }

    private static Rule member(List<JsonNode> choices, String message) {
        return form(node -> choices.stream().anyMatch(choice -> choice.equals(BY_VALUE, node)), message);
    }

    private static Rule form(Predicate<JsonNode> right, String message) {
        return (value, pointer, found) -> {
            if (!right.test(value)) {
                found.add(new Violation(pointer, message));
            }
        };
    }
}
