package com.lifeverse.local.table.reference;

import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.parse.Expressions;
import com.lifeverse.local.table.parse.Kind;
import com.lifeverse.local.table.parse.ParsedExpressions;
import com.lifeverse.local.table.request.AttributeValues;
import com.lifeverse.local.table.request.Wording;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Value;
import java.util.Map;
import java.util.function.Function;

/** The engine's expressions, asked in plain values. */
final class Subject {
    /** What comes of an expression: refused, or a result. */
    sealed interface Outcome {}

    record Refused(String why) implements Outcome {}

    record Result(Object value) implements Outcome {}

    private final ParsedExpressions parsed = new ParsedExpressions();

    Outcome test(Kind kind, String text, Writer writer, Map<String, Object> item) {
        return outcome(writer, expressions -> Bound.holds(expressions.condition(kind, text), engine(item)));
    }

    Outcome update(String text, Writer writer, Map<String, Object> item) {
        return outcome(writer, expressions -> plain(Bound.apply(expressions.update(text), engine(item))));
    }

    Outcome projection(String text, Writer writer, Map<String, Object> item) {
        return outcome(writer, expressions -> plain(expressions.projection(text).of(engine(item))));
    }

    private Outcome outcome(Writer writer, Function<Expressions, Object> use) {
        try {
            var expressions = new Expressions(parsed, writer.names(), engine(writer.values()));
            var result = use.apply(expressions);
            expressions.refuseUnused();
            return new Result(result);
        } catch (InvalidRequest e) {
            return new Refused(e.getMessage());
        }
    }

    private static Map<String, Value> engine(Map<String, Object> plain) {
        return AttributeValues.values(Bridge.sdk(plain), Wording.CURRENT);
    }

    private static Map<String, Object> plain(Map<String, Value> values) {
        return Bridge.plain(AttributeValues.attributes(values));
    }
}
