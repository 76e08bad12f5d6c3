package com.lifeverse.local.table.parse;

import com.lifeverse.local.table.expression.Arguments;
import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.expression.Condition;
import com.lifeverse.local.table.expression.Projection;
import com.lifeverse.local.table.expression.Update;
import com.lifeverse.local.table.parse.ParsedExpressions.Parsed;
import com.lifeverse.local.table.parse.Problems.Rank;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Value;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The expressions of one request, which share their {@code #names} and {@code :values}: ask for each, then
 * {@link #refuseUnused}.
 */
public final class Expressions {
    private final ParsedExpressions known;
    private final Map<String, String> names;
    private final Arguments arguments;
    private final Map<Kind, Parsed<?>> used = new EnumMap<>(Kind.class);

    /** {@code names} and {@code values} are empty where the request gives none. */
    public Expressions(ParsedExpressions known, Map<String, String> names, Map<String, Value> values) {
        this.known = known;
        this.names = names;
        this.arguments = new Arguments(values);
    }

    /** A condition, a filter or a key condition. */
    public Bound<Condition> condition(Kind kind, String text) {
        var parsed = known.condition(kind, text, names);
        parsed.problems().refuse(Rank.OPERATORS, Rank.PARENTHESES, Rank.FUNCTION_NAME, Rank.MISUSE, Rank.RESERVED);
        new Checks(kind, parsed.undefined(), arguments).condition(parsed.tree());
        used.put(kind, parsed);
        return new Bound<>(parsed.tree(), arguments);
    }

    public Bound<Update> update(String text) {
        var parsed = known.update(text, names);
        parsed.problems()
                .refuse(Rank.OPERATORS, Rank.RESERVED, Rank.FUNCTION_NAME, Rank.MISUSE, Rank.SECTION, Rank.NAME);
        parsed.values().forEach(name -> Checks.defined(Kind.UPDATE, arguments, name));
        parsed.problems().refuse(Rank.OVERLAP, Rank.CONFLICT);
        new UpdateChecks(arguments).update(parsed.tree());
        used.put(Kind.UPDATE, parsed);
        return new Bound<>(parsed.tree(), arguments);
    }

    public Projection projection(String text) {
        var parsed = known.projection(text, names);
        parsed.problems().refuse(Rank.RESERVED, Rank.NAME, Rank.OVERLAP, Rank.CONFLICT);
        used.put(Kind.PROJECTION, parsed);
        return parsed.tree();
    }

    /** The attributes of the item that the expression of this kind is about; empty if there is no such expression. */
    public Set<String> attributes(Kind kind) {
        var parsed = used.get(kind);
        return parsed == null ? Set.of() : parsed.attributes();
    }

    /** The attributes into which a path of the expressions of these kinds goes. */
    public Set<String> nested(Kind... kinds) {
        var nested = new LinkedHashSet<String>(0);
        for (var kind : kinds) {
            var parsed = used.get(kind);
            if (parsed != null) {
                nested.addAll(parsed.nested());
            }
        }
        return nested;
    }

    /** Names and values that no expression asked for are a mistake. */
    public void refuseUnused() {
        refuseUnused("ExpressionAttributeNames", names.keySet(), Parsed::names);
        refuseUnused("ExpressionAttributeValues", arguments.values().keySet(), Parsed::values);
    }

    private void refuseUnused(
            String parameter, Set<String> given, Function<Parsed<?>, ? extends Collection<String>> uses) {
        if (given.isEmpty()) {
            return;
        }
        var unused = new TreeSet<>(given);
        used.values().forEach(parsed -> uses.apply(parsed).forEach(unused::remove));
        if (!unused.isEmpty()) {
            throw new InvalidRequest("Value provided in " + parameter + " unused in expressions: keys: {"
                    + String.join(", ", unused) + "}");
        }
    }
}
