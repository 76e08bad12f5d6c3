package com.lifeverse.local.table.expression;

import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Value;
import java.util.ArrayList;
import java.util.Map;

/** The right-hand sides of {@code SET} over the item as it was. */
record Assignment(Map<String, Value> attributes, Arguments arguments) {
    Value value(Operand operand) {
        return switch (operand) {
            case Operand.Given(var name) -> arguments.value(name);
            case Operand.Attribute(var path) -> {
                var found = path.find(attributes);
                if (found == null) {
                    throw new InvalidRequest(
                            "The provided expression refers to an attribute that does not exist in the item");
                }
                yield found;
            }
            case Operand.IfNotExists(var path, var otherwise) -> {
                var found = path.find(attributes);
                yield found == null ? value(otherwise) : found;
            }
            case Operand.ListAppend(var first, var second) -> {
                if (!(value(first) instanceof Value.L(var head)) || !(value(second) instanceof Value.L(var tail))) {
                    throw wrongType();
                }
                var all = new ArrayList<Value>(head.size() + tail.size());
                all.addAll(head);
                all.addAll(tail);
                yield new Value.L(all);
            }
            case Operand.Sum(var left, var right) -> number(left).plus(number(right));
            case Operand.Difference(var left, var right) -> number(left).minus(number(right));
            case Operand.Size _, Operand.Unusable _ ->
                throw new IllegalStateException("No part of an update: " + operand);
        };
    }

    private Value.N number(Operand operand) {
        if (value(operand) instanceof Value.N number) {
            return number;
        }
        throw wrongType();
    }

    static InvalidRequest wrongType() {
        return new InvalidRequest("An operand in the update expression has an incorrect data type");
    }
}
