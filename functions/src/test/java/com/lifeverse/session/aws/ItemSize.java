package com.lifeverse.session.aws;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An item's size as DynamoDB bills it.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">AWS</a>
 */
final class ItemSize {
    private ItemSize() {}

    static int of(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(entry -> text(entry.getKey()) + value(entry.getValue()))
                .sum();
    }

    private static int value(AttributeValue value) {
        return switch (value.type()) {
            case S -> text(value.s());
            case N -> number(value.n());
            case B -> value.b().asByteArrayUnsafe().length;
            case BOOL -> 1;
            case L -> 3 + value.l().stream().mapToInt(each -> 1 + value(each)).sum();
            case M ->
                3
                        + value.m().entrySet().stream()
                                .mapToInt(entry -> 1 + text(entry.getKey()) + value(entry.getValue()))
                                .sum();
            default -> throw new IllegalArgumentException("The live item has no " + value.type());
        };
    }

    // Two digits a byte, one byte more, and one more for a sign; zeros at both ends do not count.
    private static int number(String number) {
        int digits = number.replaceAll("^-?0*", "").replaceAll("0*$", "").length();
        return (digits + 1) / 2 + 1 + (number.startsWith("-") ? 1 : 0);
    }

    private static int text(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
