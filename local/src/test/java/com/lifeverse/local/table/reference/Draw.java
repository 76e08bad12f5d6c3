package com.lifeverse.local.table.reference;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Draws items and expressions. What it draws mostly fits together, and sometimes does not. */
final class Draw {
    private static final List<String> NAMES = List.of("a", "b", "c", "d1", "e_e", "status", "x y", "é", "size");
    private static final List<String> TEXTS =
            List.of("", "a", "b", "ab", "abc", "ba", "A", "\u0000", "a\u0000", "é", "\uFFFD", "😀", "a😀", "N", "SS");
    // The first twelve are the small ones.
    private static final List<String> NUMBERS =
            List.of(("0 1 2 3 -1 -2 1.0 0.5 -0.25 10 100 99 1e125 -1e125 9e125 1e-130 -1e-130 1e20"
                            + " 12345678901234567890123456789012345678"
                            + " 0.00012345678901234567890123456789012345678 9999999999999999999999999999999999999.9")
                    .split(" "));
    private static final List<String> COMPARATORS = List.of("=", "<>", "<", "<=", ">", ">=");
    private static final List<String> TYPES = List.of("S", "N", "B", "BOOL", "NULL", "L", "M", "SS", "NS", "BS", "X");

    private final SplittableRandom random;

    Draw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    Map<String, Object> item() {
        return map(3 + below(4), 3);
    }

    private Map<String, Object> map(int size, int depth) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < size; i++) {
            map.put(one(NAMES), value(depth - 1));
        }
        return map;
    }

    Object value(int depth) {
        return switch (below(depth > 0 ? 12 : 8)) {
            case 0, 1 -> one(TEXTS);
            case 2, 3 -> number();
            case 4 -> blob();
            case 5 -> chance(60) ? (Object) chance(50) : Plain.Nothing.NULL;
            case 6, 7 -> members();
            case 8, 9 -> list(depth);
            default -> map(below(4), depth);
        };
    }

    private List<Object> list(int depth) {
        var list = new ArrayList<Object>();
        for (int i = below(4); i > 0; i--) {
            list.add(value(depth - 1));
        }
        return list;
    }

    BigDecimal number() {
        return new BigDecimal(chance(70) ? one(NUMBERS.subList(0, 12)) : one(NUMBERS));
    }

    private Plain.Blob blob() {
        var bytes = new ArrayList<Integer>();
        for (int i = below(4); i > 0; i--) {
            bytes.add(one(List.of(0, 1, 127, 128, 255)));
        }
        return new Plain.Blob(bytes);
    }

    private Plain.Members members() {
        return members(one(List.of("SS", "NS", "BS")));
    }

    private Plain.Members members(String type) {
        var all = new ArrayList<Object>();
        for (int i = 1 + below(3); i > 0; i--) {
            Object member = switch (type) {
                case "SS" -> one(TEXTS);
                case "NS" -> number();
                default -> blob();
            };
            if (!Plain.has(all, member)) {
                all.add(member);
            }
        }
        return new Plain.Members(type, all);
    }

    /** A path, most often to something that there is. */
    Tree.PathTo path(Map<String, Object> item) {
        var steps = new ArrayList<Object>();
        Object at = item;
        do {
            at = step(at, steps);
        } while (at != null && (at instanceof Map || at instanceof List) && chance(65));
        if (chance(8)) {
            steps.add(chance(50) ? one(NAMES) : (Object) below(4));
        }
        return new Tree.PathTo(List.copyOf(steps));
    }

    private @Nullable Object step(Object at, List<Object> steps) {
        if (at instanceof List<?> list) {
            int index = below(list.size() + 2);
            steps.add(index);
            return index < list.size() ? list.get(index) : null;
        }
        var map = (Map<?, ?>) at;
        var name = map.isEmpty() || chance(15)
                ? one(NAMES)
                : map.keySet().stream().skip(below(map.size())).findFirst().orElseThrow();
        steps.add(name);
        return map.get(name);
    }

    private Tree.Term term(Map<String, Object> item) {
        int kind = below(20);
        if (kind < 11) {
            return path(item);
        }
        return kind < 18 ? literal(item) : new Tree.SizeOf(chance(90) ? path(item) : literal(item));
    }

    /** A value of the item's, so that something is equal now and then, or any other. */
    private Tree.Literal literal(Map<String, Object> item) {
        var found = chance(40) ? Judge.at(path(item), item) : null;
        return new Tree.Literal(found == null ? value(chance(80) ? 0 : 2) : found);
    }

    private Tree.Literal scalar() {
        return new Tree.Literal(chance(50) ? one(TEXTS) : number());
    }

    Tree.Test test(Map<String, Object> item, int depth) {
        if (depth > 0 && chance(45)) {
            return switch (below(3)) {
                case 0 -> new Tree.Both(test(item, depth - 1), test(item, depth - 1));
                case 1 -> new Tree.Either(test(item, depth - 1), test(item, depth - 1));
                default -> new Tree.Not(test(item, depth - 1));
            };
        }
        return switch (below(10)) {
            case 0, 1, 2 -> new Tree.Compare(one(COMPARATORS), term(item), chance(50) ? scalar() : term(item));
            case 3 -> new Tree.Between(term(item), scalar(), chance(70) ? scalar() : term(item));
            case 4 -> {
                var options = new ArrayList<Tree.Term>();
                for (int i = 1 + below(3); i > 0; i--) {
                    options.add(term(item));
                }
                yield new Tree.OneOf(term(item), options);
            }
            case 5 ->
                new Tree.Call(
                        one(List.of("attribute_exists", "attribute_not_exists")),
                        List.of(chance(97) ? path(item) : literal(item)));
            case 6 -> new Tree.Call("attribute_type", List.of(term(item), new Tree.Literal(one(TYPES))));
            case 7 -> new Tree.Call("begins_with", List.of(term(item), chance(70) ? scalar() : term(item)));
            default -> new Tree.Call("contains", List.of(term(item), chance(50) ? scalar() : term(item)));
        };
    }

    List<Tree.PathTo> paths(Map<String, Object> item) {
        var paths = new ArrayList<Tree.PathTo>();
        for (int i = 1 + below(4); i > 0; i--) {
            var path = path(item);
            if (chance(5) || !Extract.refuses(with(paths, path))) {
                paths.add(path);
            }
        }
        return paths.isEmpty() ? List.of(path(item)) : paths;
    }

    List<Tree.Action> actions(Map<String, Object> item) {
        var actions = new ArrayList<Tree.Action>();
        for (var path : paths(item)) {
            var found = Judge.at(path, item);
            actions.add(
                    switch (below(8)) {
                        case 0, 1, 2, 3 -> new Tree.Assign(path, source(item, 2));
                        case 4, 5 -> new Tree.Remove(path);
                        case 6 -> new Tree.Add(path, new Tree.Literal(fitting(found, true)));
                        default -> new Tree.Take(path, new Tree.Literal(fitting(found, false)));
                    });
        }
        return actions;
    }

    private Object fitting(@Nullable Object found, boolean numbersToo) {
        if (chance(4)) {
            return value(1);
        }
        if (found instanceof Plain.Members set && chance(90)) {
            return chance(40) ? set : members(set.type());
        }
        return numbersToo && chance(60) ? number() : members();
    }

    private Tree.Source source(Map<String, Object> item, int depth) {
        return switch (below(depth > 0 ? 8 : 4)) {
            case 0, 1, 2 -> new Tree.Plainly(literal(item));
            case 3 -> new Tree.Plainly(path(item));
            case 4, 5 -> new Tree.Reckon(chance(50) ? '+' : '-', part(item), part(item));
            case 6 -> new Tree.IfAbsent(path(item), operand(item, depth - 1));
            default -> new Tree.Append(operand(item, depth - 1), operand(item, depth - 1));
        };
    }

    private Tree.Source part(Map<String, Object> item) {
        return switch (below(5)) {
            case 0, 1 -> new Tree.Plainly(new Tree.Literal(number()));
            case 2, 3 -> new Tree.Plainly(path(item));
            default -> new Tree.IfAbsent(path(item), new Tree.Plainly(new Tree.Literal(number())));
        };
    }

    // Within functions there are no sums.
    private Tree.Source operand(Map<String, Object> item, int depth) {
        var source = source(item, depth);
        if (source instanceof Tree.Reckon) {
            return new Tree.Plainly(new Tree.Literal(list(1)));
        }
        return source;
    }

    private static List<Tree.PathTo> with(List<Tree.PathTo> paths, Tree.PathTo more) {
        var all = new ArrayList<>(paths);
        all.add(more);
        return all;
    }
}
