package com.lifeverse.liveops.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads an item's attributes; one that must be there and is not is a fault of ours, named. */
public record Attributes(Map<String, AttributeValue> values) {
    public String text(String name) {
        return required(name).s();
    }

    public Optional<String> optionalText(String name) {
        return Optional.ofNullable(values.get(name)).map(AttributeValue::s);
    }

    public Optional<Attributes> optionalMap(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> new Attributes(value.m()));
    }

    public long number(String name) {
        return Long.parseLong(required(name).n());
    }

    public int count(String name) {
        return Math.toIntExact(number(name));
    }

    public Optional<Integer> optionalCount(String name) {
        return values.containsKey(name) ? Optional.of(count(name)) : Optional.empty();
    }

    public List<AttributeValue> list(String name) {
        return required(name).l();
    }

    private AttributeValue required(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("An item lacks the attribute " + name);
        }
        return value;
    }
}
