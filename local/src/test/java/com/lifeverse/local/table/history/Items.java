package com.lifeverse.local.table.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items whose attribute {@code writers} lists who has written them, one half in each of two tables. */
final class Items {
    static final String APPEND = "SET writers = list_append(writers, :me)";
    static final String UNCHANGED = "writers = :expected";
    static final List<String> TABLES = List.of("even", "odd");

    private Items() {}

    static String table(String item) {
        return TABLES.get(Math.floorMod(item.hashCode(), 2));
    }

    static Map<String, AttributeValue> key(String item) {
        return Map.of("id", AttributeValue.fromS(item));
    }

    /** An item that nobody has written yet. */
    static Map<String, AttributeValue> blank(String item) {
        return Map.of("id", AttributeValue.fromS(item), "writers", list(List.of()));
    }

    static Map<String, AttributeValue> appended(int id) {
        return Map.of(":me", list(List.of(id)));
    }

    static Map<String, AttributeValue> appended(int id, List<Integer> expected) {
        var values = new HashMap<>(appended(id));
        values.putAll(expected(expected));
        return values;
    }

    static Map<String, AttributeValue> expected(List<Integer> writers) {
        return Map.of(":expected", list(writers));
    }

    static List<Integer> writers(Map<String, AttributeValue> attributes) {
        return Objects.requireNonNull(attributes.get("writers"), "writers").l().stream()
                .map(each -> Integer.valueOf(each.n()))
                .toList();
    }

    private static AttributeValue list(List<Integer> writers) {
        return AttributeValue.fromL(writers.stream()
                .map(each -> AttributeValue.fromN(each.toString()))
                .toList());
    }
}
