package com.lifeverse.local.table.parse;

import com.lifeverse.local.table.expression.Arguments;
import com.lifeverse.local.table.expression.Condition;
import com.lifeverse.local.table.expression.Operand;
import com.lifeverse.local.table.expression.Update;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.KeyBytes;
import com.lifeverse.local.table.value.Value;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the values that came with an expression are of types that it can use at all, whatever the item holds. */
record Checks(Kind kind, Arguments arguments) {
    private static final Set<Value.Type> ORDERED = Set.of(Value.Type.S, Value.Type.N, Value.Type.B);
    private static final Set<Value.Type> TEXTUAL = Set.of(Value.Type.S, Value.Type.B);
    private static final Set<Value.Type> UNSIZED = Set.of(Value.Type.N, Value.Type.BOOL, Value.Type.NULL);

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
            case Condition.Comparison comparison -> comparison(comparison);
            case Condition.Between(var value, var low, var high) -> {
                sizes(value, low, high);
                between(given(low), given(high));
            }
            case Condition.In(var value, var options) -> {
                sizes(value);
                options.forEach(this::sizes);
            }
            case Condition.HasType(var value, var type) -> {
                sizes(value);
                typeName(given(type));
            }
            case Condition.BeginsWith(var value, var prefix) -> {
                distinct("begins_with", value, prefix);
                among(TEXTUAL, "begins_with", value);
                among(TEXTUAL, "begins_with", prefix);
            }
            case Condition.Contains(var container, var member) -> {
                distinct("contains", container, member);
                sizes(container, member);
            }
            case Condition.Exists _, Condition.NotExists _ -> {}
        }
    }

    void update(Update update) {
        for (var action : update.actions()) {
            switch (action) {
                case Update.Set(var _, var operand) -> operand(operand);
                case Update.Add(var _, var value) -> members("ADD", given(value), true);
                case Update.Delete(var _, var value) -> members("DELETE", given(value), false);
                case Update.Remove _ -> {}
            }
        }
    }

    private void comparison(Condition.Comparison comparison) {
        var symbol = comparison.comparator().symbol();
        distinct(symbol, comparison.left(), comparison.right());
        sizes(comparison.left(), comparison.right());
        switch (comparison.comparator()) {
            case LT, LE, GT, GE -> {
                among(ORDERED, symbol, comparison.left());
                among(ORDERED, symbol, comparison.right());
            }
            case EQ, NE -> {}
        }
    }

    private void between(@Nullable Value low, @Nullable Value high) {
        if (low == null || high == null) {
            return;
        }
        if (low.type() != high.type()) {
            throw bounds("requires same data type for lower and upper bounds", low, high);
        }
        if (!ORDERED.contains(low.type())) {
            throw wrongType("BETWEEN", low);
        }
        if (KeyBytes.sort(low).compareTo(KeyBytes.sort(high)) > 0) {
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

    private void distinct(String operator, Operand first, Operand second) {
        if (first instanceof Operand.Attribute(var path) && first.equals(second)) {
            throw kind.invalid("The first operand must be distinct from the remaining operands for this operator or "
                    + "function; operator: " + operator + ", first operand: " + path);
        }
    }

    private void sizes(Operand... operands) {
        for (var operand : operands) {
            if (operand instanceof Operand.Size(var of)) {
                var value = given(of);
                if (value != null && UNSIZED.contains(value.type())) {
                    throw wrongType("size", value);
                }
            }
        }
    }

    private void operand(Operand operand) {
        switch (operand) {
            case Operand.Sum(var left, var right) -> arithmetic("+", left, right);
            case Operand.Difference(var left, var right) -> arithmetic("-", left, right);
            case Operand.ListAppend(var first, var second) -> {
                operand(first);
                operand(second);
                among(Set.of(Value.Type.L), "list_append", first);
                among(Set.of(Value.Type.L), "list_append", second);
            }
            case Operand.IfNotExists(var _, var otherwise) -> operand(otherwise);
            case Operand.Attribute _, Operand.Given _, Operand.Size _ -> {}
        }
    }

    private void arithmetic(String operator, Operand left, Operand right) {
        operand(left);
        operand(right);
        among(Set.of(Value.Type.N), operator, left);
        among(Set.of(Value.Type.N), operator, right);
    }

    private void members(String operator, @Nullable Value value, boolean numbersToo) {
        if (value == null) {
            return;
        }
        boolean fits = switch (value.type()) {
            case SS, NS, BS -> true;
            case N -> numbersToo;
            case S, B, BOOL, NULL, L, M -> false;
        };
        if (!fits) {
            throw kind.invalid("Incorrect operand type for operator or function; operator: " + operator
                    + ", operand type: " + value.type().longName() + ", typeSet: ALLOWED_FOR_" + operator
                    + "_OPERAND");
        }
    }

    private void among(Set<Value.Type> types, String operator, Operand operand) {
        var value = given(operand);
        if (value != null && !types.contains(value.type())) {
            throw wrongType(operator, value);
        }
    }

    private InvalidRequest wrongType(String operator, Value value) {
        return kind.invalid("Incorrect operand type for operator or function; operator or function: " + operator
                + ", operand type: " + value.type());
    }

    private @Nullable Value given(Operand operand) {
        return operand instanceof Operand.Given(var name) ? arguments.value(name) : null;
    }
}
