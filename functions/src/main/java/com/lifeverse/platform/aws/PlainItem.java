package com.lifeverse.platform.aws;

import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item as plain Java, for a person to read: numbers as texts, bytes as base64. */
public final class PlainItem {
    private PlainItem() {}

    /**
     * The item.
     *
     * @param names what short attribute names mean; others stay
     * @param without attributes that are left out
     */
    public static Map<String, Object> of(
            Map<String, AttributeValue> item, Map<String, String> names, Set<String> without) {
        var plain = new TreeMap<String, Object>();
        item.forEach((name, value) -> {
            if (!without.contains(name)) {
                plain.put(names.getOrDefault(name, name), of(value));
            }
        });
        return plain;
    }

    private static Object of(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> value.n();
            case BOOL -> value.bool();
            case M -> of(value.m(), Map.of(), Set.of());
            case L -> value.l().stream().map(PlainItem::of).toList();
            case SS -> value.ss();
            case NS -> value.ns();
            case B -> Base64.getEncoder().encodeToString(value.b().asByteArray());
            case BS, NUL, UNKNOWN_TO_SDK_VERSION -> "";
        };
    }
}
