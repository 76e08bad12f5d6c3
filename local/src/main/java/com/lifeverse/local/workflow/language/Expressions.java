package com.lifeverse.local.workflow.language;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The JSONata expressions of one definition, each parsed once. Safe for many threads. */
public final class Expressions {
    private record Parsed(Jsonata jsonata, Mentioned mentioned) {}

    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();

    /** True if {@code value} is a text that is evaluated; blanks outside the braces make it a literal. */
    public static boolean isExpression(JsonNode value) {
        return value.isTextual()
                && value.textValue().startsWith("{%")
                && value.textValue().endsWith("%}")
                && value.textValue().length() >= 4;
    }

    /** The expression between the braces. */
    public static String inner(JsonNode value) {
        var text = value.textValue();
        return text.substring(2, text.length() - 2).strip();
    }

    /**
     * Parses an expression ahead of its use.
     *
     * @throws IllegalArgumentException if it is not JSONata
     */
    void compile(String expression) {
        try {
            parsed(expression);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(unreadable(e, expression), e);
        }
    }

    private static String unreadable(RuntimeException e, String expression) {
        var fault = e instanceof JException said
                ? Fault.ofSyntax(said, expression)
                // The library reads on behind the end of an expression only where a comment has none.
                : Optional.of(new Fault("S0106", Map.of()));
        return fault.map(Fault::text).orElse(String.valueOf(e.getMessage()));
    }

    /** Evaluates {@code expression}, found in {@code field}. */
    JsonNode evaluate(String expression, Scope scope, String field) {
        Object result;
        var trail = new Trail();
        try {
            var found = parsed(expression);
            var frame = found.jsonata().createFrame();
            Bounds.set(frame, trail);
            scope.bind(frame, found.mentioned());
            result = found.jsonata().evaluate(null, frame);
        } catch (Throwable e) {
            // Throwable on purpose: an expression may exhaust the stack, and that too is only its own failure.
            result =
                    infinite(e, trail).orElseThrow(() -> failure(expression, field, said(e, trail, scope, expression)));
        }
        if (result == null) {
            throw failure(expression, field, "returned nothing (undefined).");
        }
        var node = JavaValues.node(result);
        if (node == null) {
            throw failure(expression, field, "returned an unsupported result type.");
        }
        return node;
    }

    static EvaluationFailure failure(String expression, String field, String what) {
        return new EvaluationFailure(
                field,
                "The JSONata expression '%s' specified for the field '%s' %s".formatted(expression, field, what));
    }

    private Parsed parsed(String expression) {
        return parsed.computeIfAbsent(expression, text -> {
            var jsonata = Jsonata.jsonata(text);
            jsonata.setOutputConvertNulls(false);
            return new Parsed(jsonata, Mentioned.in(text));
        });
    }

    /** A number that is too large for JSON is a text where it is the whole result. */
    private static Optional<Object> infinite(Throwable e, Trail trail) {
        return e instanceof JException said && "D1001".equals(said.getError()) && trail.isWhole()
                ? Optional.of(String.valueOf(said.getCurrent()))
                : Optional.empty();
    }

    private static String said(Throwable e, Trail trail, Scope scope, String expression) {
        if (e instanceof Bounds.Cut cut) {
            return "threw an error during evaluation: " + cut.why();
        }
        if (e instanceof StackOverflowError) {
            return "threw an error during evaluation: " + Bounds.TOO_DEEP;
        }
        var unread = e instanceof JException said ? Fault.ofSyntax(said, expression) : Optional.<Fault>empty();
        return unread.or(() -> Fault.of(e, trail))
                .map(fault -> "threw an error during evaluation. " + fault)
                .orElseGet(() -> "threw an internal error during evaluation. "
                        + scope.chance().uuid());
    }
}
