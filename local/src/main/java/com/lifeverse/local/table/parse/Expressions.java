package com.lifeverse.local.table.parse;

import com.lifeverse.local.table.expression.Arguments;
import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.expression.Condition;
import com.lifeverse.local.table.expression.Projection;
import com.lifeverse.local.table.expression.Update;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Value;
import java.util.Arrays;
import java.util.EnumMap;
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
        names.keySet().forEach(key -> requireKey("ExpressionAttributeNames", '#', key));
        values.keySet().forEach(key -> requireKey("ExpressionAttributeValues", ':', key));
    }

    /** A condition, a filter or a key condition. */
    public Bound<Condition> condition(Kind kind, String text) {
        var parsed = bind(kind, known.condition(kind, text, names));
        new Checks(kind, arguments).condition(parsed.tree());
        return new Bound<>(parsed.tree(), arguments);
    }

    public Bound<Update> update(String text) {
        var parsed = bind(Kind.UPDATE, known.update(text, names));
        new Checks(Kind.UPDATE, arguments).update(parsed.tree());
        return new Bound<>(parsed.tree(), arguments);
    }

    public Projection projection(String text) {
        return bind(Kind.PROJECTION, known.projection(text, names)).tree();
    }

    /** The attributes of the item that the expression of this kind is about; empty if there is no such expression. */
    public Set<String> attributes(Kind kind) {
        var parsed = used.get(kind);
        return parsed == null ? Set.of() : parsed.attributes();
    }

    /** Names and values that no expression asked for are a mistake, and so is giving them without an expression. */
    public void refuseUnused(Kind... possible) {
        if (used.isEmpty() && !(names.isEmpty() && arguments.values().isEmpty())) {
            throw withoutExpression(possible);
        }
        refuseUnused("ExpressionAttributeNames", names.keySet(), Parsed::names);
        refuseUnused("ExpressionAttributeValues", arguments.values().keySet(), Parsed::values);
    }

    private InvalidRequest withoutExpression(Kind... possible) {
        if (arguments.values().isEmpty()) {
            return new InvalidRequest("ExpressionAttributeNames can only be specified when using expressions");
        }
        var absent = Arrays.stream(possible)
                .filter(kind -> kind != Kind.PROJECTION)
                .map(Kind::parameter)
                .toList();
        return new InvalidRequest("ExpressionAttributeValues can only be specified when using expressions: "
                + String.join(" and ", absent) + (absent.size() == 1 ? " is null" : " are null"));
    }

    private void refuseUnused(String parameter, Set<String> given, Function<Parsed<?>, Set<String>> uses) {
        if (given.isEmpty()) {
            return;
        }
        var unused = new TreeSet<>(given);
        used.values().forEach(parsed -> unused.removeAll(uses.apply(parsed)));
        if (!unused.isEmpty()) {
            throw new InvalidRequest("Value provided in " + parameter + " unused in expressions: keys: {"
                    + String.join(", ", unused) + "}");
        }
    }

    private <T> Parsed<T> bind(Kind kind, Parsed<T> parsed) {
        for (var name : parsed.values()) {
            if (!arguments.values().containsKey(name)) {
                throw kind.invalid(
                        "An expression attribute value used in expression is not defined; attribute value: " + name);
            }
        }
        used.put(kind, parsed);
        return parsed;
    }

    private static void requireKey(String parameter, char sign, String key) {
        boolean fits = key.length() > 1 && key.charAt(0) == sign;
        for (int i = 1; i < key.length() && fits; i++) {
            char c = key.charAt(i);
            fits = c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
        }
        if (!fits) {
            throw new InvalidRequest(parameter + " contains invalid key: Syntax error; key: \"" + key + "\"");
        }
    }
}
