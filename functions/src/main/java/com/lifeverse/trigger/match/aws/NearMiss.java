package com.lifeverse.trigger.match.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How little was lacking for a value to be what a pattern demands. */
final class NearMiss {
    private NearMiss() {}

    /** In words; empty if nothing came near. */
    static String of(JsonNode demanded, List<JsonNode> saw) {
        for (var alternative : demanded) {
            for (var value : saw) {
                var near = value.isNumber() ? number(alternative, value.decimalValue()) : text(alternative, value);
                if (near.isPresent()) {
                    return near.get();
                }
            }
        }
        return "";
    }

    private static Optional<String> text(JsonNode alternative, JsonNode value) {
        if (!value.isTextual() || !alternative.isTextual()) {
            return Optional.empty();
        }
        if (alternative.textValue().equalsIgnoreCase(value.textValue())) {
            return Optional.of("differs in upper and lower case only");
        }
        return alternative.textValue().strip().equals(value.textValue().strip())
                ? Optional.of("differs in spaces only")
                : Optional.empty();
    }

    private static Optional<String> number(JsonNode alternative, BigDecimal value) {
        if (alternative.isTextual() && alternative.textValue().equals(value.toString())) {
            return Optional.of("a number, where the pattern wants a text");
        }
        var missing = new ArrayList<String>();
        var bounds = alternative.path("numeric");
        for (int at = 0; at + 1 < bounds.size(); at += 2) {
            var bound = bounds.get(at + 1).decimalValue();
            boolean above = bounds.get(at).asText().startsWith(">");
            var lack = above ? bound.subtract(value) : value.subtract(bound);
            if (lack.signum() >= 0 && !bounds.get(at).asText().equals("=")) {
                missing.add("%s too %s".formatted(lack.toPlainString(), above ? "low" : "high"));
            }
        }
        return missing.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", missing));
    }
}
