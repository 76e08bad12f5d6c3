package com.lifeverse.local.workflow.request;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** What a value may be. */
sealed interface Shape {
    /** Any JSON: the integration makes a text of it. */
    record Anything() implements Shape {}

    /** A text, number or truth. */
    record Scalar(Kind kind) implements Shape {}

    /** Texts, numbers and truths, as AWS calls them. */
    enum Kind {
        STRING,
        NUMBER,
        BOOLEAN
    }

    /** A list. */
    record Many(Shape element) implements Shape {}

    /** An object with keys of the caller's. */
    record Keyed(Shape value) implements Shape {}

    /** An object with fields of its own; those of a structure inside itself are looked up when they are asked for. */
    record Fields(Supplier<Map<String, Shape>> known, Set<String> required) implements Shape {
        /** The same, in which those fields take any JSON. */
        Fields free(Set<String> free) {
            return new Fields(
                    () -> {
                        var fields = new LinkedHashMap<>(known.get());
                        free.forEach(name -> fields.put(name, new Anything()));
                        return fields;
                    },
                    required);
        }

        /** The same without other fields than those. */
        Fields only(Set<String> kept) {
            return new Fields(
                    () -> {
                        var fields = new LinkedHashMap<>(known.get());
                        fields.keySet().retainAll(kept);
                        return fields;
                    },
                    required);
        }

        Fields requiring(Set<String> needed) {
            return new Fields(known, needed);
        }
    }

    /** The fields that the SDK knows of a request, or of a part of one. Names are the SDK's, with a capital. */
    static Fields of(SdkPojo structure) {
        return new Fields(
                () -> {
                    var fields = new LinkedHashMap<String, Shape>();
                    for (var field : structure.sdkFields()) {
                        fields.put(capital(field.memberName()), of(field));
                        // The SDK has no name for DynamoDB's NULL that would be a word of Java.
                        if (field.locationName().equals("NULL")) {
                            fields.put("NULL", of(field));
                        }
                    }
                    return fields;
                },
                Set.of());
    }

    private static Shape of(SdkField<?> field) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING, INSTANT -> new Scalar(Kind.STRING);
            case INTEGER, LONG, SHORT, BYTE, FLOAT, DOUBLE, BIG_DECIMAL -> new Scalar(Kind.NUMBER);
            case BOOLEAN -> new Scalar(Kind.BOOLEAN);
            case LIST -> new Many(of(field.getRequiredTrait(ListTrait.class).memberFieldInfo()));
            case MAP -> new Keyed(of(field.getRequiredTrait(MapTrait.class).valueFieldInfo()));
            case SDK_POJO -> of(field.constructor().get());
            // Bytes are said as text or as what the text would say.
            case SDK_BYTES, DOCUMENT, NULL -> new Anything();
        };
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
