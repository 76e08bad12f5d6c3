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
    private static final long LONGEST_SECONDS = 99_999_999;

    private final List<Problem> found = new ArrayList<>();
    private final Expressions expressions;

    Problems(Expressions expressions) {
        this.expressions = expressions;
    }

    void add(String pointer, String problem) {
        add("SCHEMA_VALIDATION_FAILED", problem, pointer);
    }

    void addTarget(String pointer, String problem) {
        add("MISSING_TRANSITION_TARGET", problem, pointer);
    }

    /** No state of a block ends it. */
    void addEndless() {
        found.add(new Problem("MISSING_END_STATE", "Workflow has no terminal state", Optional.empty()));
    }

    /** What no definition can be read from has no place in one. */
    void addUnreadable(String problem) {
        found.add(new Problem("INVALID_JSON_DESCRIPTION", problem, Optional.empty()));
    }

    void add(String code, String problem, String pointer) {
        found.add(new Problem(code, problem, Optional.of(pointer)));
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

    /** Notes a literal time that is none. */
    void requireSeconds(String pointer, JsonNode literal, long least) {
        if (!literal.isIntegralNumber() || literal.longValue() < least || literal.longValue() > LONGEST_SECONDS) {
            add(pointer, "A whole number from %d to %d is expected".formatted(least, LONGEST_SECONDS));
        }
    }

    /** A text that has to be there; without it a stand-in, since reading goes on. */
    String text(String pointer, JsonNode object, String field) {
        if (!object.has(field)) {
            add(pointer, "These fields are required: [" + field + "]");
        } else if (!object.path(field).isTextual()) {
            add(pointer + "/" + field, "A text is expected");
        }
        return object.path(field).asText("");
    }

    Optional<String> optionalText(String pointer, JsonNode object, String field) {
        return object.has(field) ? Optional.of(text(pointer, object, field)) : Optional.empty();
    }

    /** A template whose expressions are JSONata, and see nothing of {@code $states} but input and context. */
    Optional<JsonNode> template(String pointer, JsonNode object, String field) {
        return template(pointer, object, field, Set.of());
    }

    /** A template whose expressions are JSONata, and see {@code members} of {@code $states} as well. */
    Optional<JsonNode> template(String pointer, JsonNode object, String field, Set<String> members) {
        var value = Optional.ofNullable(object.get(field));
        value.ifPresent(template -> compile(pointer + "/" + field, template, members));
        return value;
    }

    private void compile(String pointer, JsonNode template, Set<String> members) {
        switch (template) {
            case ObjectNode object ->
                object.properties()
                        .forEach(member -> compile(pointer + "/" + member.getKey(), member.getValue(), members));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    compile(pointer + "[" + i + "]", array.get(i), members);
                }
            }
            default -> {
                if (Expressions.isExpression(template)) {
                    compileText(pointer, Expressions.inner(template), members);
                }
            }
        }
    }

    private void compileText(String pointer, String expression, Set<String> members) {
        try {
            expressions.compile(expression);
        } catch (IllegalArgumentException e) {
            add("INVALID_JSONATA_EXPRESSION", String.valueOf(e.getMessage()), pointer);
            return;
        }
        References.refused(expression, members)
                .forEach(sentence -> add("UNSUPPORTED_JSONATA_EXPRESSION", sentence, pointer));
    }
}
