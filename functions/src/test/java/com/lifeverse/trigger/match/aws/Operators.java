package com.lifeverse.trigger.match.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Json;
import java.util.Set;
import java.util.TreeSet;

/** Which operators a pattern asks with, by names of our own. */
final class Operators {
    /** All that EventBridge has. */
    static final Set<String> ALL = Set.of(
            "anything-but",
            "anything-but-equals-ignore-case",
            "anything-but-prefix",
            "anything-but-suffix",
            "anything-but-wildcard",
            "boolean",
            "cidr",
            "equals-ignore-case",
            "exists",
            "exists-not",
            "null",
            "number",
            "numeric-<",
            "numeric-<=",
            "numeric-=",
            "numeric->",
            "numeric->=",
            "or",
            "prefix",
            "prefix-equals-ignore-case",
            "suffix",
            "suffix-equals-ignore-case",
            "text",
            "wildcard");

    private Operators() {}

    static Set<String> of(String pattern) throws Exception {
        var found = new TreeSet<String>();
        visit(Json.read(pattern), found);
        return found;
    }

    private static void visit(JsonNode object, Set<String> found) {
        object.properties().forEach(field -> {
            if (field.getKey().equals("$or")) {
                found.add("or");
                field.getValue().forEach(choice -> visit(choice, found));
            } else if (field.getValue().isObject()) {
                visit(field.getValue(), found);
            } else {
                field.getValue().forEach(alternative -> alternative(alternative, found));
            }
        });
    }

    private static void alternative(JsonNode alternative, Set<String> found) {
        if (alternative.isObject()) {
            alternative.properties().forEach(operator -> operator(operator.getKey(), operator.getValue(), found));
        } else {
            found.add(
                    alternative.isNull()
                            ? "null"
                            : alternative.isNumber() ? "number" : alternative.isBoolean() ? "boolean" : "text");
        }
    }

    private static void operator(String name, JsonNode value, Set<String> found) {
        if (name.equals("exists")) {
            found.add(value.asBoolean() ? name : "exists-not");
        } else if (name.equals("numeric")) {
            for (int at = 0; at < value.size(); at += 2) {
                found.add("numeric-" + value.path(at).asText());
            }
        } else if (value.isObject()) {
            value.fieldNames().forEachRemaining(inner -> found.add(name + "-" + inner));
        } else {
            found.add(name);
        }
    }
}
