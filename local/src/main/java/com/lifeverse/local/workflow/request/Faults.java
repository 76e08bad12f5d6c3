package com.lifeverse.local.workflow.request;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Gathers what is wrong with arguments, in AWS's words. What is null is left to the service. */
final class Faults {
    private final Predicate<JsonNode> unknown;
    private final List<String> found = new ArrayList<>();

    private Faults(Predicate<JsonNode> unknown) {
        this.unknown = unknown;
    }

    static List<String> of(Shape.Fields fields, JsonNode arguments, Predicate<JsonNode> unknown) {
        var faults = new Faults(unknown);
        faults.check("Arguments", fields, arguments);
        return List.copyOf(faults.found);
    }

    private void check(String name, Shape shape, JsonNode value) {
        if (unknown.test(value) || value.isNull()) {
            return;
        }
        switch (shape) {
            case Shape.Anything _ -> {}
            case Shape.Scalar(var kind) -> {
                if (!fits(kind, value)) {
                    wrong(name, "a " + kind);
                }
            }
            case Shape.Many(var element) -> {
                if (value.isArray()) {
                    value.forEach(each -> check(name, element, each));
                } else {
                    wrong(name, "an ARRAY");
                }
            }
            case Shape.Keyed(var each) -> {
                if (value.isObject()) {
                    value.properties().forEach(member -> check(member.getKey(), each, member.getValue()));
                } else {
                    wrong(name, "an OBJECT");
                }
            }
            case Shape.Fields fields -> structure(name, fields, value);
        }
    }

    private void structure(String name, Shape.Fields fields, JsonNode value) {
        if (!value.isObject()) {
            wrong(name, "an OBJECT");
            return;
        }
        var known = fields.known().get();
        value.properties().forEach(member -> {
            var shape = known.get(member.getKey());
            if (shape == null) {
                found.add("The field \"" + member.getKey() + "\" is not supported by Step Functions");
            } else {
                check(member.getKey(), shape, member.getValue());
            }
        });
        fields.required().stream()
                .filter(field -> !value.has(field))
                .sorted()
                .forEach(field -> found.add("The field '" + field + "' is required but was missing"));
    }

    private void wrong(String name, String kind) {
        found.add("The value for the field '" + name + "' must be " + kind);
    }

    /** A number or a truth may also be said as a text. */
    private static boolean fits(Shape.Kind kind, JsonNode value) {
        return switch (kind) {
            case STRING -> value.isTextual();
            case NUMBER -> value.isNumber() || value.asText().matches("-?\\d+(\\.\\d+)?");
            case BOOLEAN -> value.isBoolean() || List.of("true", "false").contains(value.asText());
        };
    }
}
