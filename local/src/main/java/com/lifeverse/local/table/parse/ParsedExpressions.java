package com.lifeverse.local.table.parse;

import com.lifeverse.local.table.expression.Condition;
import com.lifeverse.local.table.expression.Projection;
import com.lifeverse.local.table.expression.Update;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Parsed expressions by text and names, so that each is parsed once. Forgets all when there are too many. */
public final class ParsedExpressions {
    private static final int MAX_KNOWN = 4096;

    /**
     * A parsed expression.
     *
     * @param tree what it means, its names already put in
     * @param attributes those of the item that its paths start in
     * @param nested those of them that a path goes into
     * @param names the {@code #names} that it uses
     * @param undefined those of them that the request does not give; in the tree they stand for themselves
     * @param values the {@code :values} that it uses, in the order of the text
     * @param problems to be told before the tree is used
     */
    record Parsed<T>(
            T tree,
            Set<String> attributes,
            Set<String> nested,
            Set<String> names,
            Set<String> undefined,
            List<String> values,
            Problems problems) {
        Parsed {
            attributes = inOrder(attributes);
            nested = inOrder(nested);
            names = inOrder(names);
            undefined = inOrder(undefined);
            values = List.copyOf(values);
        }
    }

    /** Messages name some of them, and say the same in each process. */
    private static Set<String> inOrder(Set<String> texts) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(texts));
    }

    private record Key(Kind kind, String text, Map<String, String> names) {}

    private final Map<Key, Parsed<Condition>> conditions = new ConcurrentHashMap<>();
    private final Map<Key, Parsed<Update>> updates = new ConcurrentHashMap<>();
    private final Map<Key, Parsed<Projection>> projections = new ConcurrentHashMap<>();

    Parsed<Condition> condition(Kind kind, String text, Map<String, String> names) {
        return find(conditions, new Key(kind, text, names), () -> ConditionParser.parse(kind, text, names));
    }

    Parsed<Update> update(String text, Map<String, String> names) {
        return find(updates, new Key(Kind.UPDATE, text, names), () -> UpdateParser.parse(text, names));
    }

    Parsed<Projection> projection(String text, Map<String, String> names) {
        return find(projections, new Key(Kind.PROJECTION, text, names), () -> ProjectionParser.parse(text, names));
    }

    private static <T> Parsed<T> find(Map<Key, Parsed<T>> known, Key key, Supplier<Parsed<T>> parse) {
        var found = known.get(key);
        if (found == null) {
            if (known.size() >= MAX_KNOWN) {
                known.clear();
            }
            found = parse.get();
            known.put(key, found);
        }
        return found;
    }
}
