package com.lifeverse.local.assembly.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** The {@code Conditions} of one template: {@code Fn::Equals}, {@code Fn::Not}, {@code Fn::And}, {@code Fn::Or}. */
final class Conditions {
    private final Stack stack;
    private final UnaryOperator<JsonNode> values;

    /**
     * @param values resolves what is compared
     */
    Conditions(Stack stack, UnaryOperator<JsonNode> values) {
        this.stack = stack;
        this.values = values;
    }

    boolean hold(String name) {
        var condition = stack.template().path("Conditions").path(name);
        if (condition.isMissingNode()) {
            throw new TemplateError("Stack %s has no condition %s".formatted(stack.name(), name));
        }
        return holds(condition);
    }

    /** True if there is no condition, or if it holds. */
    boolean hold(Optional<String> name) {
        return name.map(this::hold).orElse(true);
    }

    private boolean holds(JsonNode condition) {
        var entry = condition.properties().iterator().next();
        var operands = entry.getValue();
        return switch (entry.getKey()) {
            case "Condition" -> hold(operands.asText());
            case "Fn::Equals" -> values.apply(operands.path(0)).equals(values.apply(operands.path(1)));
            case "Fn::Not" -> !holds(operands.path(0));
            case "Fn::And" ->
                StreamSupport.stream(operands.spliterator(), false).allMatch(this::holds);
            case "Fn::Or" -> StreamSupport.stream(operands.spliterator(), false).anyMatch(this::holds);
            default ->
                throw new TemplateError("Stack %s uses %s in a condition, which is not held locally"
                        .formatted(stack.name(), entry.getKey()));
        };
    }
}
