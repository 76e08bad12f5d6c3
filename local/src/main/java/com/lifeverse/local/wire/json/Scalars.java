package com.lifeverse.local.wire.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import software.amazon.awssdk.core.SdkBytes;

/** Single values out of JSON, as leniently and as strictly as AWS reads them. */
final class Scalars {
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);

    private Scalars() {}

    static String text(JsonNode node) {
        refuseContainer(node, "java.lang.String");
        if (!node.isTextual()) {
            throw unconvertible(node, "String");
        }
        return node.textValue();
    }

    static boolean truth(JsonNode node) {
        refuseContainer(node, "java.lang.Boolean");
        if (node.isNumber()) {
            throw unconvertible(node, "Boolean");
        }
        return switch (node.asText().toUpperCase(Locale.ROOT)) {
            case "TRUE", "1", "YES" -> true;
            case "FALSE", "0", "NO" -> false;
            default -> throw new Mismatch("Unexpected token received from parser");
        };
    }

    static int integer(JsonNode node) {
        return whole(node, "Integer", Integer.MIN_VALUE, Integer.MAX_VALUE).intValue();
    }

    static long longInteger(JsonNode node) {
        return whole(node, "Long", Long.MIN_VALUE, Long.MAX_VALUE).longValue();
    }

    static double fraction(JsonNode node) {
        return number(node, "Double").doubleValue();
    }

    /** A time in epoch seconds with a fraction. */
    static Instant instant(JsonNode node) {
        var millis = number(node, "Date").multiply(MILLIS).setScale(0, RoundingMode.FLOOR);
        return Instant.ofEpochMilli(
                within(millis, Long.MIN_VALUE, Long.MAX_VALUE).longValue());
    }

    static SdkBytes bytes(JsonNode node) {
        refuseContainer(node, "java.nio.ByteBuffer");
        if (!node.isTextual()) {
            throw new Mismatch("only base-64-encoded strings are convertible to bytes");
        }
        var text = node.textValue();
        if (text.length() % 4 != 0) {
            throw new Mismatch("Base64 encoded length is expected a multiple of 4 bytes but found: " + text.length());
        }
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
                throw new Mismatch("Invalid last non-pad Base64 character dectected");
            }
            return SdkBytes.fromByteArrayUnsafe(bytes);
        } catch (IllegalArgumentException e) {
            throw new Mismatch("Invalid Base64 character in the input");
        }
    }

    static void refuseContainer(JsonNode node, String javaClass) {
        if (node.isArray()) {
            throw new Mismatch("Unrecognized collection type class " + javaClass);
        }
        if (node.isObject()) {
            throw new Mismatch("Start of structure or map found where not expected");
        }
    }

    private static BigDecimal whole(JsonNode node, String type, long least, long most) {
        return within(number(node, type).setScale(0, RoundingMode.FLOOR), least, most);
    }

    private static BigDecimal within(BigDecimal number, long least, long most) {
        return number.max(BigDecimal.valueOf(least)).min(BigDecimal.valueOf(most));
    }

    private static BigDecimal number(JsonNode node, String type) {
        refuseContainer(node, "java.lang." + type);
        if (!node.isNumber()) {
            throw unconvertible(node, type);
        }
        var number = node.decimalValue();
        // No parameter is as large, and to write out its zeros would take memory without end.
        if (Math.abs((long) number.precision() - number.scale()) > 400) {
            throw new Mismatch(token(node) + " cannot be converted to " + type);
        }
        return number;
    }

    private static Mismatch unconvertible(JsonNode node, String type) {
        return new Mismatch(token(node) + " cannot be converted to " + type);
    }

    private static String token(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue() ? "TRUE_VALUE" : "FALSE_VALUE";
        }
        if (node.isNumber()) {
            return node.isIntegralNumber() ? "NUMBER_VALUE" : "DECIMAL_VALUE";
        }
        return "STRING_VALUE";
    }
}
