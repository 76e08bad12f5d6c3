package com.lifeverse.session.aws;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads an item's attributes; one that must be there and is not is a fault of ours, named.
 *
 * @param values of one item, or of one map in it
 */
record Attributes(Map<String, AttributeValue> values) {
    String text(String name) {
        return required(name).s();
    }

    Optional<String> optionalText(String name) {
        return Optional.ofNullable(values.get(name)).map(AttributeValue::s);
    }

    Optional<SdkBytes> optionalBytes(String name) {
        return Optional.ofNullable(values.get(name)).map(AttributeValue::b);
    }

    long number(String name) {
        return Long.parseLong(required(name).n());
    }

    Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    Map<String, AttributeValue> map(String name) {
        return required(name).m();
    }

    boolean has(String name) {
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
