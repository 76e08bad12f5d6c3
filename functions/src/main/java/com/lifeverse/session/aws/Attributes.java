package com.lifeverse.session.aws;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads an item's attributes; one that must be there and is not is a fault of ours, named.
 *
 * @param values of one item, or of one map in it
 */
public record Attributes(Map<String, AttributeValue> values) {
    public String text(String name) {
        return required(name).s();
    }

    public Optional<String> optionalText(String name) {
        return Optional.ofNullable(values.get(name)).map(AttributeValue::s);
    }

    public Optional<AttributeValue> optionalValue(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Optional<SdkBytes> optionalBytes(String name) {
        return Optional.ofNullable(values.get(name)).map(AttributeValue::b);
    }

    public long number(String name) {
        return Long.parseLong(required(name).n());
    }

    public Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    public Map<String, AttributeValue> map(String name) {
        return required(name).m();
    }

    public Optional<Instant> optionalTime(String name) {
        return has(name) ? Optional.of(time(name)) : Optional.empty();
    }

    /** Texts that were written with commas between them; none if it is absent. */
    public List<String> list(String name) {
        return optionalText(name)
                .map(text -> Arrays.asList(text.split(",", -1)))
                .orElse(List.of());
    }

    /** A map of texts, in the order of their names; none if it is absent. */
    public Map<String, String> texts(String name) {
        var texts = new TreeMap<String, String>();
        optionalMap(name).ifPresent(found -> found.values.forEach((key, value) -> texts.put(key, value.s())));
        return texts;
    }

    public Optional<Attributes> optionalMap(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> new Attributes(value.m()));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    private AttributeValue required(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("An item lacks the attribute " + name);
        }
        return value;
    }
}
