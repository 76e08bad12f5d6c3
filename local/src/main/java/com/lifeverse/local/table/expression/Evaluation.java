package com.lifeverse.local.table.expression;

import com.lifeverse.local.table.value.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conditions over one item. An operand that is not there makes every comparison false but {@code <>}; types that do not
 * fit together likewise.
 */
record Evaluation(Map<String, Value> attributes, Arguments arguments) {
    boolean holds(Condition condition) {
        return switch (condition) {
            case Condition.And(var left, var right) -> holds(left) && holds(right);
            case Condition.Or(var left, var right) -> holds(left) || holds(right);
            case Condition.Not(var of) -> !holds(of);
            case Condition.Comparison(var comparator, var left, var right) ->
                compare(comparator, value(left), value(right));
            case Condition.Between(var value, var low, var high) -> {
                var middle = value(value);
                yield compare(Condition.Comparator.GE, middle, value(low))
                        && compare(Condition.Comparator.LE, middle, value(high));
            }
            case Condition.In(var value, var options) -> {
                var found = value(value);
                yield found != null && options.stream().anyMatch(option -> found.equals(value(option)));
            }
            case Condition.Exists(var path) -> path.find(attributes) != null;
            case Condition.NotExists(var path) -> path.find(attributes) == null;
            case Condition.HasType(var value, var type) -> hasType(value(value), value(type));
            case Condition.BeginsWith(var value, var prefix) -> beginsWith(value(value), value(prefix));
            case Condition.Contains(var container, var member) -> contains(value(container), value(member));
            case Condition.Unusable _ -> throw new IllegalStateException("Was not refused: " + condition);
        };
    }

    private static boolean compare(Condition.Comparator comparator, @Nullable Value left, @Nullable Value right) {
        if (left == null || right == null) {
            return comparator == Condition.Comparator.NE;
        }
        return switch (comparator) {
            case EQ -> left.equals(right);
            case NE -> !left.equals(right);
            case LT -> Order.of(left, right).orElse(0) < 0;
            case GT -> Order.of(left, right).orElse(0) > 0;
            case LE -> Order.of(left, right).orElse(1) <= 0;
            case GE -> Order.of(left, right).orElse(-1) >= 0;
        };
    }

    private @Nullable Value value(Operand operand) {
        return switch (operand) {
            case Operand.Attribute(var path) -> path.find(attributes);
            case Operand.Given(var name) -> arguments.value(name);
            case Operand.Size(var of) -> size(value(of));
            case Operand.IfNotExists _, Operand.ListAppend _, Operand.Sum _, Operand.Difference _, Operand.Unusable _ ->
                throw new IllegalStateException("No part of a condition: " + operand);
        };
    }

    private static @Nullable Value size(@Nullable Value of) {
        return switch (of) {
            case null -> null;
            case Value.S(var text) -> Value.N.of(text.length());
            case Value.B(var bytes) -> Value.N.of(bytes.length());
            case Value.L(var elements) -> Value.N.of(elements.size());
            case Value.M(var entries) -> Value.N.of(entries.size());
            case Value.SS(var texts) -> Value.N.of(texts.size());
            case Value.NS(var numbers) -> Value.N.of(numbers.size());
            case Value.BS(var members) -> Value.N.of(members.size());
            case Value.N _, Value.Bool _, Value.Null _ -> null;
        };
    }

    private static boolean hasType(@Nullable Value value, @Nullable Value type) {
        return value != null
                && type instanceof Value.S(var name)
                && value.type().name().equals(name);
    }

    private static boolean beginsWith(@Nullable Value value, @Nullable Value prefix) {
        return switch (value) {
            case Value.S(var text) -> prefix instanceof Value.S(var start) && text.startsWith(start);
            case Value.B(var bytes) -> prefix instanceof Value.B(var start) && bytes.startsWith(start);
            case null -> false;
            case Value.N _, Value.Bool _, Value.Null _, Value.L _, Value.M _, Value.SS _, Value.NS _, Value.BS _ ->
                false;
        };
    }

    private static boolean contains(@Nullable Value container, @Nullable Value member) {
        if (container == null || member == null) {
            return false;
        }
        return switch (container) {
            case Value.S(var text) -> member instanceof Value.S(var part) && text.contains(part);
            case Value.L(var elements) -> elements.contains(member);
            case Value.SS(var texts) -> member instanceof Value.S(var text) && texts.contains(text);
            case Value.NS(var numbers) -> member instanceof Value.N number && numbers.contains(number);
            case Value.BS(var members) -> member instanceof Value.B(var bytes) && members.contains(bytes);
            case Value.B(var bytes) -> member instanceof Value.B(var part) && bytes.contains(part);
            case Value.N _, Value.Bool _, Value.Null _, Value.M _ -> false;
        };
    }
}
