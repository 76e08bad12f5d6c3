package com.lifeverse.local.workflow.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gathers what is wrong with a definition, so that its author learns all of it at once. */
final class Problems {
    private final List<String> found = new ArrayList<>();
    private final Expressions expressions;

    Problems(Expressions expressions) {
        this.expressions = expressions;
    }

    void add(String pointer, String problem) {
        found.add("SCHEMA_VALIDATION_FAILED: " + problem + " at " + pointer);
    }

    void addTarget(String pointer, String problem) {
        found.add("MISSING_TRANSITION_TARGET: " + problem + " at " + pointer);
    }

    /** No state of a block ends it. */
    void addEndless() {
        found.add("MISSING_END_STATE: Workflow has no terminal state at null");
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidDefinition(found);
        }
    }

    /** Names the fields of {@code object} that a JSONata state of that type does not have. */
    void unknown(String pointer, JsonNode object, Set<String> known) {
        object.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                add(pointer, "Field '" + field + "' is not supported");
            }
        });
    }

    /** A text that has to be there; without it a stand-in, since reading goes on. */
    String text(String pointer, JsonNode object, String field) {
        if (!object.path(field).isTextual()) {
            add(pointer + "/" + field, "A text is missing");
        }
        return object.path(field).asText("");
    }

    Optional<String> optionalText(String pointer, JsonNode object, String field) {
        return object.has(field) ? Optional.of(text(pointer, object, field)) : Optional.empty();
    }

    /** A template whose expressions are JSONata. */
    Optional<JsonNode> template(String pointer, JsonNode object, String field) {
        var value = Optional.ofNullable(object.get(field));
        value.ifPresent(template -> compile(pointer + "/" + field, template));
        return value;
    }

    private void compile(String pointer, JsonNode template) {
        switch (template) {
            case ObjectNode object ->
                object.properties().forEach(member -> compile(pointer + "/" + member.getKey(), member.getValue()));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    compile(pointer + "/" + i, array.get(i));
                }
            }
            default -> {
                if (Expressions.isExpression(template)) {
                    compileText(pointer, template);
                }
            }
        }
    }

    private void compileText(String pointer, JsonNode expression) {
        try {
            expressions.compile(Expressions.inner(expression));
            var first = Words.of(Expressions.inner(expression)).first();
            if (!first.isEmpty()) {
                found.add("UNSUPPORTED_JSONATA_EXPRESSION: Reference to '%s' at the top level is not supported. at %s"
                        .formatted(first, pointer));
            }
        } catch (IllegalArgumentException e) {
            found.add("INVALID_JSONATA_EXPRESSION: " + e.getMessage() + " at " + pointer);
        }
    }
}
