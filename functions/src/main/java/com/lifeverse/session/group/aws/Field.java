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
public final class Field {
    private final Map<String, AttributeValue> values = new TreeMap<>();

    public Field text(String name, String text) {
        values.put(name, AttributeValue.fromS(text));
        return this;
    }

    public Field text(String name, Optional<String> text) {
        text.ifPresent(given -> text(name, given));
        return this;
    }

    public Field number(String name, long number) {
        values.put(name, AttributeValue.fromN(Long.toString(number)));
        return this;
    }

    public Field time(String name, Instant time) {
        return number(name, time.toEpochMilli());
    }

    public Field time(String name, Optional<Instant> time) {
        time.ifPresent(given -> time(name, given));
        return this;
    }

    public Field flag(String name, boolean set) {
        if (set) {
            values.put(name, AttributeValue.fromBool(true));
        }
        return this;
    }

    /** Texts with commas between them, in their order. */
    public Field list(String name, Collection<String> texts) {
        return texts.isEmpty() ? this : text(name, texts.stream().sorted().collect(Collectors.joining(",")));
    }

    public Field texts(String name, Map<String, String> texts) {
        return map(name, fields -> texts.forEach(fields::text));
    }

    public Field map(String name, Consumer<Field> filling) {
        var fields = new Field();
        filling.accept(fields);
        if (!fields.values.isEmpty()) {
            values.put(name, AttributeValue.fromM(fields.values));
        }
        return this;
    }

    public Map<String, AttributeValue> values() {
        return values;
    }
}
