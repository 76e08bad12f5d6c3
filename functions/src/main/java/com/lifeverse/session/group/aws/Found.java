package com.lifeverse.session.group.aws;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A map of attributes that was read; one that must be there and is not is a fault of ours, named.
 *
 * @param values of one item, or of one map in it
 */
record Found(Map<String, AttributeValue> values) {
    String text(String name) {
        return required(name).s();
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(values.get(name)).map(AttributeValue::s);
    }

    long number(String name) {
        return Long.parseLong(required(name).n());
    }

    Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    Optional<Instant> optionalTime(String name) {
        return has(name) ? Optional.of(time(name)) : Optional.empty();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    List<String> list(String name) {
        return optionalText(name)
                .map(text -> Arrays.asList(text.split(",", -1)))
                .orElse(List.of());
    }

    Map<String, String> texts(String name) {
        var texts = new TreeMap<String, String>();
        map(name).ifPresent(found -> found.values.forEach((key, value) -> texts.put(key, value.s())));
        return texts;
    }

    Optional<Found> map(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> new Found(value.m()));
    }

    private AttributeValue required(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("An item lacks the attribute " + name);
        }
        return value;
    }
}
