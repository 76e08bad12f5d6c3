package com.lifeverse.platform.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Set;

/** Keywords for objects. */
final class ObjectKeywords {
    private ObjectKeywords() {}

    static Rule required(JsonNode value, String pointer) {
        if (!value.isArray()) {
            throw Keywords.wrong(pointer, "required must be a list of names");
        }
        var names = new ArrayList<String>();
        value.forEach(name -> names.add(name.asText()));
        return (object, at, found) -> {
            if (object.isObject()) {
                names.stream()
                        .filter(name -> !object.has(name))
                        .forEach(name -> found.add(new Violation(Rule.below(at, name), "is required")));
            }
        };
    }

    static Rule properties(JsonNode value, String pointer) {
        var members = new LinkedHashMap<String, Schema>();
        for (var property : object(value, pointer).properties()) {
            members.put(property.getKey(), Schema.compile(property.getValue(), Rule.below(pointer, property.getKey())));
        }
        return (object, at, found) -> members.forEach((name, schema) -> {
            var member = object.get(name);
            if (member != null) {
                schema.check(member, Rule.below(at, name), found);
            }
        });
    }

    static Rule closed(JsonNode value, ObjectNode schema, String pointer) {
        if (!value.isBoolean() || value.asBoolean()) {
            throw Keywords.wrong(pointer, "additionalProperties is supported as false only");
        }
        Set<String> known = new HashSet<>();
        schema.path("properties").fieldNames().forEachRemaining(known::add);
        return (object, at, found) -> object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                found.add(new Violation(Rule.below(at, name), "is not known here"));
            }
        });
    }

    private static ObjectNode object(JsonNode value, String pointer) {
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw Keywords.wrong(pointer, "properties must be an object");
    }
}
