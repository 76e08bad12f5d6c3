package com.lifeverse.platform.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Violation;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Keywords for strings; lengths count characters (code points), not UTF-16 units. */
final class TextKeywords {
    private TextKeywords() {}

    static Rule atLeast(int least) {
        return text(value -> length(value) >= least, "must have at least " + least + " characters");
    }

    static Rule atMost(int most) {
        return text(value -> length(value) <= most, "must have at most " + most + " characters");
    }

    /** As in JSON Schema, a pattern may match anywhere unless it is anchored. */
    static Rule pattern(JsonNode value, String pointer) {
        if (!value.isTextual()) {
            throw Keywords.wrong(pointer, "pattern must be a string");
        }
        try {
            var pattern = Pattern.compile(value.asText());
            return text(text -> pattern.matcher(text).find(), "must match " + pattern.pattern());
        } catch (PatternSyntaxException e) {
            throw Keywords.wrong(pointer, "pattern is not a regular expression: " + e.getDescription());
        }
    }

    static Rule format(JsonNode value, String pointer) {
        if (!value.asText().equals("date-time")) {
            throw Keywords.wrong(pointer, "the format " + value.asText() + " is not supported");
        }
        return text(
                text -> Rfc3339.parse(text).isPresent(), "must be a date-time such as 2026-11-20T18:42:07Z (RFC 3339)");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static Rule text(Predicate<String> right, String message) {
        return (value, pointer, found) -> {
            if (value.isTextual() && !right.test(value.asText())) {
                found.add(new Violation(pointer, message));
            }
        };
    }
}
