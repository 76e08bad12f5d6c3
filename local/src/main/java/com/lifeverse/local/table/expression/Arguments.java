package com.lifeverse.local.table.expression;

import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Value;
import java.util.Map;

/** The values of {@code ExpressionAttributeValues}, by their names with the colon. */
public record Arguments(Map<String, Value> values) {
    public static final Arguments NONE = new Arguments(Map.of());

    /** The value under {@code name}; whoever parsed the expression has seen to it that there is one. */
    public Value value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new InvalidRequest(
                    "An expression attribute value used in expression is not defined; attribute value: " + name);
        }
        return value;
    }
}
