package com.lifeverse.local.table.parse;

import com.lifeverse.local.table.expression.Arguments;
import com.lifeverse.local.table.expression.Condition;
import com.lifeverse.local.table.expression.Operand;
import com.lifeverse.local.table.expression.Path;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.KeyBytes;
import com.lifeverse.local.table.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether what came with a condition fits it, whatever the item holds. AWS complains about the first comparison or
 * function that has a fault, and there first about names and values, then operands, then types.
 */
record Checks(Kind kind, Set<String> undefined, Arguments arguments) {
    private static final Set<Value.Type> ORDERED = Set.of(Value.Type.S, Value.Type.N, Value.Type.B);
    private static final Set<Value.Type> TEXTUAL = Set.of(Value.Type.S, Value.Type.B);
    private static final Set<Value.Type> UNSIZED = Set.of(Value.Type.N, Value.Type.BOOL, Value.Type.NULL);
    // With the operand before IN.
    private static final int MAX_OPERANDS = 100;

    void condition(Condition condition) {
        switch (condition) {
            case Condition.And(var left, var right) -> {
                condition(left);
                condition(right);
            }
            case Condition.Or(var left, var right) -> {
                condition(left);
                condition(right);
            }
            case Condition.Not(var of) -> condition(of);
            case Condition.Comparison(var comparator, var left, var right) -> comparison(comparator, left, right);
            case Condition.Between(var value, var low, var high) -> {
                defined(List.of(value, low, high));
                distinct("BETWEEN", value, List.of(low, high));
                sizes(List.of(value, low, high));
                for (var operand : List.of(value, low, high)) {
                    among(ORDERED, "BETWEEN", operand);
                }
                between(given(low), given(high));
            }
            case Condition.In(var value, var options) -> in(value, options);
            case Condition.HasType(var value, var type) -> {
                defined(List.of(value, type));
                sizes(List.of(value));
                typeName(given(type));
            }
            case Condition.BeginsWith(var value, var prefix) -> {
                defined(List.of(value, prefix));
                distinct("begins_with", value, List.of(prefix));
                sizes(List.of(value, prefix));
                among(TEXTUAL, "begins_with", value);
                among(TEXTUAL, "begins_with", prefix);
            }
            case Condition.Contains(var container, var member) -> {
                defined(List.of(container, member));
                distinct("contains", container, List.of(member));
                sizes(List.of(container, member));
            }
            case Condition.Exists(var path) -> defined(path);
            case Condition.NotExists(var path) -> defined(path);
            case Condition.Unusable(var operands, var _, var why) -> {
                defined(operands);
                throw kind.invalid(why);
            }
        }
    }

    private void comparison(Condition.Comparator comparator, Operand left, Operand right) {
        var symbol = comparator.symbol();
        var operands = List.of(left, right);
        defined(operands);
        distinct(symbol, left, List.of(right));
        sizes(operands);
        switch (comparator) {
            case LT, LE, GT, GE -> operands.forEach(operand -> among(ORDERED, symbol, operand));
            case EQ, NE -> {}
        }
    }

    private void in(Operand value, List<Operand> options) {
        var operands = new ArrayList<Operand>(options.size() + 1);
        operands.add(value);
        operands.addAll(options);
        defined(operands);
        if (operands.size() > MAX_OPERANDS) {
            throw kind.invalid(
                    "The IN operator is provided with too many operands; number of operands: " + operands.size());
        }
        distinct("IN", value, options);
        sizes(operands);
    }

    private void defined(List<Operand> operands) {
        for (var operand : operands) {
            switch (operand) {
                case Operand.Attribute(var path) -> defined(path);
                case Operand.Given(var name) -> defined(kind, arguments, name);
                case Operand.Size(var of) -> defined(List.of(of));
                case Operand.Unusable(var inner, var _) -> defined(inner);
                case Operand.IfNotExists _, Operand.ListAppend _, Operand.Sum _, Operand.Difference _ ->
                    throw new IllegalStateException("No part of a condition: " + operand);
            }
        }
        for (var operand : operands) {
            if (operand instanceof Operand.Unusable(var _, var why)) {
                throw kind.invalid(why);
            }
        }
    }

    private void defined(Path path) {
        if (undefined.isEmpty()) {
            return;
        }
        for (var step : path.steps()) {
            if (step instanceof Path.Name(var name) && undefined.contains(name)) {
                throw kind.invalid(Cursor.undefinedName(name));
            }
        }
    }

    static void defined(Kind kind, Arguments arguments, String name) {
        if (!arguments.values().containsKey(name)) {
            throw kind.invalid(
                    "An expression attribute value used in expression is not defined; attribute value: " + name);
        }
    }

    private void between(@Nullable Value low, @Nullable Value high) {
        if (low == null || high == null) {
            return;
        }
        if (low.type() != high.type()) {
            throw bounds("requires same data type for lower and upper bounds", low, high);
        }
        if (KeyBytes.of(low).compareTo(KeyBytes.of(high)) > 0) {
            throw bounds("requires upper bound to be greater than or equal to lower bound", low, high);
        }
    }

    private InvalidRequest bounds(String rule, Value low, Value high) {
        return kind.invalid("The BETWEEN operator " + rule + "; lower bound operand: AttributeValue: " + shown(low)
                + ", upper bound operand: AttributeValue: " + shown(high));
    }

    private static String shown(Value value) {
        var content = switch (value) {
            case Value.S(var text) -> text;
            case Value.N number -> number.text();
            case Value.B(var bytes) -> bytes.base64();
            case Value.Bool _, Value.Null _, Value.L _, Value.M _, Value.SS _, Value.NS _, Value.BS _ ->
                value.toString();
        };
        return "{" + value.type() + ":" + content + "}";
    }

    private void typeName(@Nullable Value type) {
        if (!(type instanceof Value.S(var name))) {
            throw kind.invalid("Incorrect operand type for operator or function; "
                    + "operator or function: attribute_type, operand type: "
                    + (type == null ? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}" : type.type()));
        }
        for (var known : Value.Type.values()) {
            if (known.name().equals(name)) {
                return;
            }
        }
        throw kind.invalid(
                "Invalid attribute type name found; type: " + name + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
    }

    private void distinct(String operator, Operand first, List<Operand> others) {
        if (first instanceof Operand.Attribute(var path) && others.contains(first)) {
            throw kind.invalid("The first operand must be distinct from the remaining operands for this operator or "
                    + "function; operator: " + operator + ", first operand: " + path);
        }
    }

    private void sizes(List<Operand> operands) {
        for (var operand : operands) {
            if (operand instanceof Operand.Size(var of)) {
                sizes(List.of(of));
                var type = type(of);
                if (type != null && UNSIZED.contains(type)) {
                    throw wrongType("size", type);
                }
            }
        }
    }

    private void among(Set<Value.Type> types, String operator, Operand operand) {
        var type = type(operand);
        if (type != null && !types.contains(type)) {
            throw wrongType(operator, type);
        }
    }

    private InvalidRequest wrongType(String operator, Value.Type type) {
        return kind.invalid("Incorrect operand type for operator or function; operator or function: " + operator
                + ", operand type: " + type);
    }

    /** The type that an operand has whatever the item holds; null if that depends on the item. */
    private Value.@Nullable Type type(Operand operand) {
        return switch (operand) {
            case Operand.Given(var name) -> arguments.value(name).type();
            case Operand.Size _ -> Value.Type.N;
            case Operand.Attribute _,
                    Operand.IfNotExists _,
                    Operand.ListAppend _,
                    Operand.Sum _,
                    Operand.Difference _,
                    Operand.Unusable _ -> null;
        };
    }

    private @Nullable Value given(Operand operand) {
        return operand instanceof Operand.Given(var name) ? arguments.value(name) : null;
    }
}
