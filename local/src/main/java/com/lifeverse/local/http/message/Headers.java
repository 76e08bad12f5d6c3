package com.lifeverse.local.http.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Header fields in their order, names in lower case. */
public record Headers(List<Field> fields) {
    /** One field. */
    public record Field(String name, String value) {
        public Field {
            name = name.toLowerCase(Locale.ROOT);
        }
    }

    public static final Headers NONE = new Headers(List.of());

    public Headers {
        fields = List.copyOf(fields);
    }

    public static Headers of(Map<String, String> values) {
        return new Headers(values.entrySet().stream()
                .map(entry -> new Field(entry.getKey(), entry.getValue()))
                .toList());
    }

    /** These and one more. */
    public Headers with(String name, String value) {
        var more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Headers(more);
    }

    /** These, and {@code name} once, with that value. */
    public Headers replacing(String name, String value) {
        var other = new ArrayList<>(fields);
        other.removeIf(field -> field.name().equals(name));
        other.add(new Field(name, value));
        return new Headers(other);
    }

    /** The first value of {@code name}, which is in lower case. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .findFirst();
    }

    /** All values of {@code name}, which is in lower case. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    /** Each name once, repeated values joined by commas. */
    public Map<String, String> joined() {
        var joined = new LinkedHashMap<String, String>();
        fields.forEach(field -> joined.merge(field.name(), field.value(), (a, b) -> a + "," + b));
        return joined;
    }

    /** How many bytes these take on the wire. */
    public int size() {
        return fields.stream()
                .mapToInt(field -> field.name().length() + field.value().length() + 4)
                .sum();
    }
}
