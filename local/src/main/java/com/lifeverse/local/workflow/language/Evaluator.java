package com.lifeverse.local.workflow.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.util.Locale;

/** Evaluates the fields of a state in one scope. Every method throws {@link EvaluationFailure}. */
public final class Evaluator {
    private final Expressions expressions;
    private final Scope scope;

    public Evaluator(Expressions expressions, Scope scope) {
        this.expressions = expressions;
        this.scope = scope;
    }

    /** The value of a template: expressions anywhere inside it are replaced, all else stays as it is. */
    public JsonNode value(JsonNode template, String field) {
        return switch (template) {
            case ObjectNode object -> {
                var result = Json.object();
                object.properties()
                        .forEach(member ->
                                result.set(member.getKey(), value(member.getValue(), field + "/" + member.getKey())));
                yield result;
            }
            case ArrayNode array -> {
                var result = JsonNodeFactory.instance.arrayNode();
                for (int i = 0; i < array.size(); i++) {
                    result.add(value(array.get(i), field + "[" + i + "]"));
                }
                yield result;
            }
            default ->
                Expressions.isExpression(template)
                        ? expressions.evaluate(Expressions.inner(template), scope, field)
                        : template;
        };
    }

    /** A boolean. */
    public boolean truth(JsonNode template, String field) {
        return typed(template, field, JsonNodeType.BOOLEAN).booleanValue();
    }

    /** A text. */
    public String text(JsonNode template, String field) {
        return typed(template, field, JsonNodeType.STRING).textValue();
    }

    /** A list. */
    public ArrayNode list(JsonNode template, String field) {
        return (ArrayNode) typed(template, field, JsonNodeType.ARRAY);
    }

    /** A number from 0 to 100. */
    public double percentage(JsonNode template, String field) {
        var number = typed(template, field, JsonNodeType.NUMBER).decimalValue();
        if (number.signum() < 0 || number.doubleValue() > 100) {
            throw new EvaluationFailure(
                    field, "The %s field value must be between 0 and 100 but was: %s".formatted(field, number));
        }
        return number.doubleValue();
    }

    /** A whole number that is not negative. */
    public long count(JsonNode template, String field) {
        var number = typed(template, field, JsonNodeType.NUMBER).decimalValue();
        if (number.signum() < 0 || number.stripTrailingZeros().scale() > 0) {
            throw new EvaluationFailure(
                    field, "The %s field value must be a non-negative integer but was: %s".formatted(field, number));
        }
        return number.longValue();
    }

    /** A whole number from 1 on. */
    public long positive(JsonNode template, String field) {
        long number = count(template, field);
        if (number == 0) {
            throw new EvaluationFailure(
                    field, "The %s field value must be a positive integer but was: 0".formatted(field));
        }
        return number;
    }

    private JsonNode typed(JsonNode template, String field, JsonNodeType expected) {
        var value = value(template, field);
        if (value.getNodeType() != expected) {
            throw Expressions.failure(
                    Expressions.isExpression(template) ? Expressions.inner(template) : Json.text(template),
                    field,
                    "returned an unexpected result type. Expected '%s', but was '%s' for value: %s"
                            .formatted(name(expected), name(value.getNodeType()), Json.text(value)));
        }
        return value;
    }

    private static String name(JsonNodeType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
