package com.lifeverse.local.table.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a condition is refused, and whether it holds for an item. */
final class Judge {
    private static final Set<String> ORDERED = Set.of("S", "N", "B");
    private static final Set<String> TYPES = Set.of("S", "N", "B", "BOOL", "NULL", "L", "M", "SS", "NS", "BS");

    private Judge() {}

    /** True if DynamoDB would refuse the condition whatever the item holds. */
    static boolean refuses(Tree.Test test) {
        return switch (test) {
            case Tree.Both(var left, var right) -> refuses(left) || refuses(right);
            case Tree.Either(var left, var right) -> refuses(left) || refuses(right);
            case Tree.Not(var of) -> refuses(of);
            case Tree.Compare(var operator, var left, var right) ->
                (left.equals(right) && left instanceof Tree.PathTo)
                        || unsized(left)
                        || unsized(right)
                        || (Set.of("<", "<=", ">", ">=").contains(operator)
                                && (isFixed(left, ORDERED) || isFixed(right, ORDERED)));
            case Tree.Between(var value, var low, var high) ->
                (value instanceof Tree.PathTo && (value.equals(low) || value.equals(high)))
                        || List.of(value, low, high).stream().anyMatch(each -> unsized(each) || isFixed(each, ORDERED))
                        || badBounds(low, high);
            case Tree.OneOf(var value, var options) ->
                (value instanceof Tree.PathTo && options.contains(value))
                        || unsized(value)
                        || options.stream().anyMatch(Judge::unsized);
            case Tree.Call(var name, var arguments) -> refuses(name, arguments);
        };
    }

    private static boolean refuses(String name, List<Tree.Term> arguments) {
        var first = arguments.getFirst();
        var last = arguments.getLast();
        if (arguments.stream().anyMatch(Judge::unsized)) {
            return true;
        }
        return switch (name) {
            case "attribute_exists", "attribute_not_exists" -> !(first instanceof Tree.PathTo);
            case "attribute_type" ->
                !(last instanceof Tree.Literal(var type) && type instanceof String text && TYPES.contains(text));
            case "begins_with" ->
                (first instanceof Tree.PathTo && first.equals(last))
                        || isFixed(first, Set.of("S", "B"))
                        || isFixed(last, Set.of("S", "B"));
            case "contains" -> first instanceof Tree.PathTo && first.equals(last);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static boolean badBounds(Tree.Term low, Tree.Term high) {
        if (!(low instanceof Tree.Literal(var from)) || !(high instanceof Tree.Literal(var to))) {
            return false;
        }
        var order = Plain.order(from, to);
        return order.isEmpty() || order.getAsInt() > 0;
    }

    /** True if the term asks for the size of a given value that has none. */
    private static boolean unsized(Tree.Term term) {
        return term instanceof Tree.SizeOf(var of)
                && (unsized(of)
                        || of instanceof Tree.SizeOf
                        || (of instanceof Tree.Literal(var value)
                                && Set.of("N", "BOOL", "NULL").contains(Plain.type(value))));
    }

    /** True if the term has a type of its own, and one that is not among {@code fitting}. */
    private static boolean isFixed(Tree.Term term, Set<String> fitting) {
        return switch (term) {
            case Tree.Literal(var value) -> !fitting.contains(Plain.type(value));
            case Tree.SizeOf _ -> !fitting.contains("N");
            case Tree.PathTo _ -> false;
        };
    }

    /** Whether a condition that is not refused holds. */
    static boolean holds(Tree.Test test, Map<String, Object> item) {
        return switch (test) {
            case Tree.Both(var left, var right) -> holds(left, item) && holds(right, item);
            case Tree.Either(var left, var right) -> holds(left, item) || holds(right, item);
            case Tree.Not(var of) -> !holds(of, item);
            case Tree.Compare(var operator, var left, var right) ->
                compare(operator, value(left, item), value(right, item));
            case Tree.Between(var value, var low, var high) ->
                compare(">=", value(value, item), value(low, item))
                        && compare("<=", value(value, item), value(high, item));
            case Tree.OneOf(var value, var options) -> {
                var found = value(value, item);
                var given = new ArrayList<Object>();
                for (var option : options) {
                    var each = value(option, item);
                    if (each != null) {
                        given.add(each);
                    }
                }
                yield found != null && Plain.has(given, found);
            }
            case Tree.Call(var name, var arguments) ->
                call(name, value(arguments.getFirst(), item), value(arguments.getLast(), item));
        };
    }

    private static boolean call(String name, @Nullable Object first, @Nullable Object last) {
        return switch (name) {
            case "attribute_exists" -> first != null;
            case "attribute_not_exists" -> first == null;
            case "attribute_type" -> first != null && Plain.type(first).equals(last);
            case "begins_with" -> first != null && last != null && Plain.begins(first, last);
            case "contains" -> first != null && last != null && Plain.contains(first, last);
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static boolean compare(String operator, @Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return operator.equals("<>");
        }
        if (operator.equals("=")) {
            return Plain.same(left, right);
        }
        if (operator.equals("<>")) {
            return !Plain.same(left, right);
        }
        var order = Plain.order(left, right);
        if (order.isEmpty()) {
            return false;
        }
        return switch (operator) {
            case "<" -> order.getAsInt() < 0;
            case "<=" -> order.getAsInt() <= 0;
            case ">" -> order.getAsInt() > 0;
            case ">=" -> order.getAsInt() >= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static @Nullable Object value(Tree.Term term, Map<String, Object> item) {
        return switch (term) {
            case Tree.PathTo path -> at(path, item);
            case Tree.Literal(var value) -> value;
            case Tree.SizeOf(var of) -> size(value(of, item));
        };
    }

    private static @Nullable Object size(@Nullable Object of) {
        Integer size = switch (of) {
            case String text -> text.length();
            case Plain.Blob blob -> blob.bytes().size();
            case List<?> list -> list.size();
            case Map<?, ?> map -> map.size();
            case Plain.Members members -> members.all().size();
            case null, default -> null;
        };
        return size == null ? null : BigDecimal.valueOf(size);
    }

    /** What is at {@code path}; null if there is nothing. */
    static @Nullable Object at(Tree.PathTo path, Map<String, Object> item) {
        Object found = item;
        for (var step : path.steps()) {
            if (step instanceof String name) {
                found = found instanceof Map<?, ?> map ? map.get(name) : null;
            } else {
                int index = (Integer) step;
                found = found instanceof List<?> list && index < list.size() ? list.get(index) : null;
            }
            if (found == null) {
                return null;
            }
        }
        return found;
    }
}
