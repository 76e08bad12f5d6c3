package com.lifeverse.platform.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Violation;
import java.math.BigDecimal;
import java.util.Optional;

/** Keywords for numbers; exact, whatever the number's size. */
final class NumberKeywords {
    private NumberKeywords() {}

    static Rule atLeast(BigDecimal least) {
        return (value, pointer, found) -> {
            if (decimal(value).filter(number -> number.compareTo(least) < 0).isPresent()) {
                found.add(new Violation(pointer, "must be at least " + least.toPlainString()));
            }
        };
    }

    static Rule atMost(BigDecimal most) {
        return (value, pointer, found) -> {
            if (decimal(value).filter(number -> number.compareTo(most) > 0).isPresent()) {
                found.add(new Violation(pointer, "must be at most " + most.toPlainString()));
            }
        };
    }

    /** A JSON number such as 1.0 is an integer too. */
    static boolean isInteger(JsonNode value) {
        return value.isIntegralNumber()
                || decimal(value)
                        .filter(number -> number.stripTrailingZeros().scale() <= 0)
                        .isPresent();
    }

    /** The number; empty if it is none, or one like 1e999 that was too large for the parser and has lost its value. */
    static Optional<BigDecimal> decimal(JsonNode value) {
        if (!value.isNumber()
                || (value.isFloatingPointNumber() && !value.isBigDecimal() && !Double.isFinite(value.doubleValue()))) {
            return Optional.empty();
        }
        return Optional.of(value.decimalValue());
    }
}
