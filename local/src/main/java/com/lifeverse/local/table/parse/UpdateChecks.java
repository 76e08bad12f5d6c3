package com.lifeverse.local.table.parse;

import com.lifeverse.local.table.expression.Arguments;
import com.lifeverse.local.table.expression.Operand;
import com.lifeverse.local.table.expression.Update;
import com.lifeverse.local.table.value.Value;
import org.jspecify.annotations.Nullable;

/** Whether the values that came with an update are of types that it can use at all, whatever the item holds. */
record UpdateChecks(Arguments arguments) {
    private static final Kind KIND = Kind.UPDATE;

    void update(Update update) {
        for (var action : update.actions()) {
            switch (action) {
                case Update.Add(var _, var value) -> members("ADD", arguments.value(value.name()), true);
                case Update.Delete(var _, var value) -> members("DELETE", arguments.value(value.name()), false);
                case Update.Set _, Update.Remove _ -> {}
            }
        }
        for (var action : update.actions()) {
            if (action instanceof Update.Set(var _, var operand)) {
                operand(operand);
            }
        }
    }

    private void operand(Operand operand) {
        switch (operand) {
            case Operand.Sum(var left, var right) -> both("+", Value.Type.N, left, right);
            case Operand.Difference(var left, var right) -> both("-", Value.Type.N, left, right);
            case Operand.ListAppend(var first, var second) -> both("list_append", Value.Type.L, first, second);
            case Operand.IfNotExists(var _, var otherwise) -> operand(otherwise);
            case Operand.Unusable(var operands, var why) -> {
                operands.forEach(this::operand);
                throw KIND.invalid(why);
            }
            case Operand.Attribute _, Operand.Given _, Operand.Size _ -> {}
        }
    }

    private void both(String operator, Value.Type type, Operand left, Operand right) {
        operand(left);
        operand(right);
        require(operator, type, given(left));
        require(operator, type, given(right));
    }

    private static void require(String operator, Value.Type type, @Nullable Value value) {
        if (value != null && value.type() != type) {
            throw KIND.invalid("Incorrect operand type for operator or function; operator or function: " + operator
                    + ", operand type: " + value.type());
        }
    }

    private static void members(String operator, Value value, boolean numbersToo) {
        boolean fits = switch (value.type()) {
            case SS, NS, BS -> true;
            case N -> numbersToo;
            case S, B, BOOL, NULL, L, M -> false;
        };
        if (!fits) {
            throw KIND.invalid("Incorrect operand type for operator or function; operator: " + operator
                    + ", operand type: " + value.type().longName() + ", typeSet: ALLOWED_FOR_" + operator
                    + "_OPERAND");
        }
    }

    private @Nullable Value given(Operand operand) {
        return operand instanceof Operand.Given(var name) ? arguments.value(name) : null;
    }
}
