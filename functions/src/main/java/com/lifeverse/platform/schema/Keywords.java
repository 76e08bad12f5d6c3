package com.lifeverse.platform.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;

/** Compiles one keyword of a schema; the one list of what is in the subset. */
final class Keywords {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private Keywords() {}

    /** The keyword's rule; empty for one that only describes. */
    static Optional<Rule> compile(String keyword, JsonNode value, ObjectNode schema, String pointer) {
        return switch (keyword) {
            case "$schema" -> dialect(value, pointer);
            case "$id", "$comment", "title", "description", "examples", "deprecated" -> Optional.empty();
            case "type" -> Optional.of(ValueKeywords.type(value, pointer));
            case "enum" -> Optional.of(ValueKeywords.oneOf(value, pointer));
            case "const" -> Optional.of(ValueKeywords.constant(value));
            case "required" -> Optional.of(ObjectKeywords.required(value, pointer));
            case "properties" -> Optional.of(ObjectKeywords.properties(value, pointer));
            case "additionalProperties" -> Optional.of(ObjectKeywords.closed(value, schema, pointer));
            case "items" -> Optional.of(ArrayKeywords.items(value, pointer));
            case "minItems" -> Optional.of(ArrayKeywords.atLeast(count(value, pointer)));
            case "maxItems" -> Optional.of(ArrayKeywords.atMost(count(value, pointer)));
            case "minLength" -> Optional.of(TextKeywords.atLeast(count(value, pointer)));
            case "maxLength" -> Optional.of(TextKeywords.atMost(count(value, pointer)));
            case "pattern" -> Optional.of(TextKeywords.pattern(value, pointer));
            case "format" -> Optional.of(TextKeywords.format(value, pointer));
            case "minimum" -> Optional.of(NumberKeywords.atLeast(number(value, pointer)));
            case "maximum" -> Optional.of(NumberKeywords.atMost(number(value, pointer)));
            default -> throw new UnsupportedSchema(pointer, "the keyword " + keyword + " is not supported");
        };
    }

    static UnsupportedSchema wrong(String pointer, String message) {
        return new UnsupportedSchema(pointer, message);
    }

    private static Optional<Rule> dialect(JsonNode value, String pointer) {
        if (!value.asText().equals(DIALECT)) {
            throw wrong(pointer, "only " + DIALECT + " is supported");
        }
        return Optional.empty();
    }

    private static int count(JsonNode value, String pointer) {
        if (!value.isInt() || value.intValue() < 0) {
            throw wrong(pointer, "must be an integer, not negative");
        }
        return value.intValue();
    }

    private static BigDecimal number(JsonNode value, String pointer) {
        return NumberKeywords.decimal(value).orElseThrow(() -> wrong(pointer, "must be a number"));
    }
}
