package com.lifeverse.session.aws;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Puts an update expression together with its names and values, so that no placeholder is stated without use. */
final class Edit {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, AttributeValue> values = new HashMap<>();
    private final List<String> set = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();

    Edit name(String placeholder, String name) {
        names.put(placeholder, name);
        return this;
    }

    Edit value(String placeholder, AttributeValue value) {
        values.put(placeholder, value);
        return this;
    }

    /** The attribute gets this value. */
    Edit set(String placeholder, String name, AttributeValue value) {
        set.add(placeholder + " = " + valueOf(placeholder));
        return name(placeholder, name).value(valueOf(placeholder), value);
    }

    /** The attribute gets this value unless it has one. */
    Edit atFirst(String placeholder, String name, AttributeValue value) {
        set.add("%s = if_not_exists(%s, %s)".formatted(placeholder, placeholder, valueOf(placeholder)));
        return name(placeholder, name).value(valueOf(placeholder), value);
    }

    /** These elements come before those of the list, which may not be there yet. */
    Edit prepend(String placeholder, String name, AttributeValue elements) {
        set.add("%s = list_append(%s, if_not_exists(%s, :empty))"
                .formatted(placeholder, valueOf(placeholder), placeholder));
        return name(placeholder, name)
                .value(valueOf(placeholder), elements)
                .value(":empty", AttributeValue.fromL(List.of()));
    }

    /** The attribute gets this value, or goes. */
    Edit put(String placeholder, String name, Optional<AttributeValue> value) {
        return value.map(given -> set(placeholder, name, given))
                .orElseGet(() -> name(placeholder, name).remove(placeholder));
    }

    /** What is at that path goes. */
    Edit remove(String path) {
        removed.add(path);
        return this;
    }

    String expression() {
        return "SET " + String.join(", ", set) + (removed.isEmpty() ? "" : " REMOVE " + String.join(", ", removed));
    }

    Map<String, String> names() {
        return names;
    }

    Map<String, AttributeValue> values() {
        return values;
    }

    private static String valueOf(String placeholder) {
        return ":" + placeholder.substring(1);
    }
}
