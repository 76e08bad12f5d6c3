package com.lifeverse.session.group.aws;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A map of attributes that is being written: what is absent or empty takes no bytes. */
final class Field {
    private final Map<String, AttributeValue> values = new TreeMap<>();

    Field text(String name, String text) {
        values.put(name, AttributeValue.fromS(text));
        return this;
    }

    Field text(String name, Optional<String> text) {
        text.ifPresent(given -> text(name, given));
        return this;
    }

    Field number(String name, long number) {
        values.put(name, AttributeValue.fromN(Long.toString(number)));
        return this;
    }

    Field time(String name, Instant time) {
        return number(name, time.toEpochMilli());
    }

    Field time(String name, Optional<Instant> time) {
        time.ifPresent(given -> time(name, given));
        return this;
    }

    Field flag(String name, boolean set) {
        if (set) {
            values.put(name, AttributeValue.fromBool(true));
        }
        return this;
    }

    /** Texts with commas between them, in their order. */
    Field list(String name, Collection<String> texts) {
        return texts.isEmpty() ? this : text(name, texts.stream().sorted().collect(Collectors.joining(",")));
    }

    Field texts(String name, Map<String, String> texts) {
        return map(name, fields -> texts.forEach(fields::text));
    }

    Field map(String name, Consumer<Field> filling) {
        var fields = new Field();
        filling.accept(fields);
        if (!fields.values.isEmpty()) {
            values.put(name, AttributeValue.fromM(fields.values));
        }
        return this;
    }

    Map<String, AttributeValue> values() {
        return values;
    }
}
