package com.lifeverse.local.table.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an update makes of an item, worked out container by container. */
final class Changes {
    /** The update cannot be made. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super(null, null, false, false);
        }
    }

    private static final BigDecimal LEAST = new BigDecimal("1e-130");
    private static final BigDecimal BEYOND = new BigDecimal("1e126");

    /** An action on what is at the rest of its path. */
    private record Step(
            List<Object> rest, Tree.Action action, @Nullable Object value) {
        Step inner() {
            return new Step(rest.subList(1, rest.size()), action, value);
        }
    }

    private final Map<String, Object> item;

    private Changes(Map<String, Object> item) {
        this.item = item;
    }

    /** The item after all of {@code actions}, each of which sees the item before. */
    static Map<String, Object> made(List<Tree.Action> actions, Map<String, Object> item) {
        var changes = new Changes(item);
        refuseTwice(actions);
        var steps = new ArrayList<Step>();
        for (var action : actions) {
            var value = action instanceof Tree.Assign(var _, var source) ? changes.value(source) : null;
            steps.add(new Step(action.path().steps(), action, value));
        }
        return changes.inMap(item, steps);
    }

    private static void refuseTwice(List<Tree.Action> actions) {
        for (int i = 0; i < actions.size(); i++) {
            for (int j = 0; j < i; j++) {
                var one = actions.get(i).path();
                var other = actions.get(j).path();
                if (one.overlaps(other) || one.conflicts(other)) {
                    throw new Refused();
                }
            }
        }
        for (var action : actions) {
            var type = switch (action) {
                case Tree.Add(var _, var literal) -> Plain.type(literal.value());
                case Tree.Take(var _, var literal) -> Plain.type(literal.value());
                case Tree.Assign _, Tree.Remove _ -> "SS";
            };
            boolean isNumber = action instanceof Tree.Add && type.equals("N");
            if (!isNumber && !Set.of("SS", "NS", "BS").contains(type)) {
                throw new Refused();
            }
            if (action instanceof Tree.Assign(var _, var source) && isUnfit(source)) {
                throw new Refused();
            }
        }
    }

    /** True if a source cannot be worked out whatever the item holds. */
    private static boolean isUnfit(Tree.Source source) {
        return switch (source) {
            case Tree.Plainly _ -> false;
            case Tree.Reckon(var _, var left, var right) ->
                isUnfit(left) || isUnfit(right) || isGivenOther("N", left) || isGivenOther("N", right);
            case Tree.IfAbsent(var _, var otherwise) -> isUnfit(otherwise) || otherwise instanceof Tree.Append;
            case Tree.Append(var first, var second) ->
                isUnfit(first)
                        || isUnfit(second)
                        || first instanceof Tree.Append
                        || second instanceof Tree.Append
                        || isGivenOther("L", first)
                        || isGivenOther("L", second);
        };
    }

    private static boolean isGivenOther(String type, Tree.Source source) {
        return source instanceof Tree.Plainly(Tree.Literal(var value))
                && !Plain.type(value).equals(type);
    }

    private Object value(Tree.Source source) {
        return switch (source) {
            case Tree.Plainly(Tree.Literal(var value)) -> value;
            case Tree.Plainly(Tree.PathTo path) -> required(Judge.at(path, item));
            case Tree.Plainly(Tree.SizeOf _) -> throw new IllegalArgumentException("No part of an update");
            case Tree.Reckon(var sign, var left, var right) ->
                number(
                        sign == '+'
                                ? number(left).add(number(right))
                                : number(left).subtract(number(right)));
            case Tree.IfAbsent(var path, var otherwise) -> {
                var found = Judge.at(path, item);
                yield found == null ? value(otherwise) : found;
            }
            case Tree.Append(var first, var second) -> {
                if (!(value(first) instanceof List<?> head) || !(value(second) instanceof List<?> tail)) {
                    throw new Refused();
                }
                var all = new ArrayList<Object>(head);
                all.addAll(tail);
                yield all;
            }
        };
    }

    private BigDecimal number(Tree.Source source) {
        if (value(source) instanceof BigDecimal number) {
            return number;
        }
        throw new Refused();
    }

    private static BigDecimal number(BigDecimal exact) {
        var size = exact.abs();
        boolean fits = size.signum() == 0 || (size.compareTo(LEAST) >= 0 && size.compareTo(BEYOND) < 0);
        if (!fits || exact.stripTrailingZeros().precision() > 38) {
            throw new Refused();
        }
        return exact;
    }

    private static Object required(@Nullable Object value) {
        if (value == null) {
            throw new Refused();
        }
        return value;
    }

    private Map<String, Object> inMap(Map<String, Object> map, List<Step> steps) {
        Map<String, List<Step>> byName = new LinkedHashMap<>();
        for (var step : steps) {
            if (!(step.rest().getFirst() instanceof String name)) {
                throw new Refused();
            }
            byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(step.inner());
        }
        var after = new LinkedHashMap<>(map);
        byName.forEach((name, inner) -> {
            var made = changed(map.get(name), inner);
            if (made == null) {
                after.remove(name);
            } else {
                after.put(name, made);
            }
        });
        return after;
    }

    private List<Object> inList(List<?> list, List<Step> steps) {
        Map<Integer, List<Step>> byIndex = new TreeMap<>();
        for (var step : steps) {
            if (!(step.rest().getFirst() instanceof Integer index)) {
                throw new Refused();
            }
            byIndex.computeIfAbsent(index, _ -> new ArrayList<>()).add(step.inner());
        }
        var after = new ArrayList<Object>();
        for (int i = 0; i < list.size(); i++) {
            var inner = byIndex.remove(i);
            var made = inner == null ? list.get(i) : changed(list.get(i), inner);
            if (made != null) {
                after.add(made);
            }
        }
        byIndex.values().forEach(inner -> {
            var made = changed(null, inner);
            if (made != null) {
                after.add(made);
            }
        });
        return after;
    }

    @SuppressWarnings("unchecked") // Plain maps have strings as their keys.
    private @Nullable Object changed(@Nullable Object found, List<Step> steps) {
        if (!steps.getFirst().rest().isEmpty()) {
            return switch (found) {
                case Map<?, ?> map -> inMap((Map<String, Object>) map, steps);
                case List<?> list -> inList(list, steps);
                case null, default -> throw new Refused();
            };
        }
        var step = steps.getFirst();
        return switch (step.action()) {
            case Tree.Assign _ -> step.value();
            case Tree.Remove _ -> null;
            case Tree.Add(var _, var more) -> found == null ? more.value() : sum(found, more.value());
            case Tree.Take(var _, var less) -> found == null ? null : rest(found, less.value());
        };
    }

    private static Object sum(Object found, Object more) {
        if (found instanceof BigDecimal number && more instanceof BigDecimal other) {
            return number(number.add(other));
        }
        if (found instanceof Plain.Members set
                && more instanceof Plain.Members other
                && set.type().equals(other.type())) {
            var all = new ArrayList<>(set.all());
            other.all().stream().filter(each -> !Plain.has(set.all(), each)).forEach(all::add);
            return new Plain.Members(set.type(), all);
        }
        throw new Refused();
    }

    private static @Nullable Object rest(Object found, Object less) {
        if (found instanceof Plain.Members set
                && less instanceof Plain.Members other
                && set.type().equals(other.type())) {
            var left = set.all().stream()
                    .filter(each -> !Plain.has(other.all(), each))
                    .toList();
            return left.isEmpty() ? null : new Plain.Members(set.type(), left);
        }
        throw new Refused();
    }
}
