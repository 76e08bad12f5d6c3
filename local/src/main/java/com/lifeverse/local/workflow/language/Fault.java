package com.lifeverse.local.workflow.language;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Parser;
import com.lifeverse.local.kernel.Json;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An error of JSONata: its code, and what stands in the places of its text.
 *
 * @param values by the name of the place, as they are written
 */
record Fault(String code, Map<String, String> values) {
    private static final Pattern SYNTAX = Pattern.compile("S\\d{4}");
    private static final Pattern CODE = Pattern.compile("[SDT]\\d{4}");
    private static final Pattern UNFIT = Pattern.compile(".*Argument error calling function \\w+");
    private static final Map<String, String> PLURALS =
            Map.of("a", "arrays", "b", "booleans", "f", "functions", "n", "numbers", "o", "objects", "s", "strings");

    /** What went wrong in an evaluation that had come as far as {@code trail}; empty if JSONata knows no such error. */
    static Optional<Fault> of(Throwable thrown, Trail trail) {
        var call = trail.call();
        // The library wraps what it calls by reflection.
        var cause = thrown instanceof JException || thrown.getCause() == null ? thrown : thrown.getCause();
        if (cause instanceof JException said
                && CODE.matcher(String.valueOf(said.getError())).matches()) {
            return Optional.of(coded(said, trail, call));
        }
        var message = Optional.ofNullable(cause instanceof JException said ? said.getError() : cause.getMessage());
        if (message.filter(text -> UNFIT.matcher(text).matches()).isPresent()) {
            var values = values(call, trail);
            values.put("index", "1");
            return Optional.of(new Fault("T0410", values));
        }
        var worded = ErrorTexts.said(message);
        return worded.isPresent()
                ? worded.map(
                        said -> new Fault(said.code(), Map.of("value", json(said.value()), "message", said.value())))
                : ofCall(call).map(code -> new Fault(code, values(call, trail)));
    }

    /** What is wrong with an expression that cannot be read. */
    static Optional<Fault> ofSyntax(JException said, String expression) {
        if (!SYNTAX.matcher(String.valueOf(said.getError())).matches()) {
            return Optional.empty();
        }
        var values = new HashMap<String, String>();
        boolean both = said.getError().equals("S0202");
        values.put("value", word(said.getCurrent()));
        values.put("token", word(both ? said.getExpected() : said.getCurrent()));
        if (said.getError().equals("S0102")) {
            values.put("token", json(tooLarge(expression)));
        }
        return Optional.of(new Fault(said.getError(), values));
    }

    /** The sentence that says it, without the code. */
    String text() {
        return ErrorTexts.filled(ErrorTexts.of(code).orElse(code), values);
    }

    /** The code and the sentence. */
    @Override
    public String toString() {
        return code + ": " + text();
    }

    private static Fault coded(JException said, Trail trail, Trail.Call call) {
        var values = values(call, trail);
        var inmost = trail.inmost();
        var code = said.getError();
        var current = said.getCurrent();
        var expected = said.getExpected();
        switch (code) {
            case "T0410" -> {
                // A tail call is made when nothing of it is open any more; the library then knows the name.
                boolean tail = expected instanceof String name && name.matches("[a-z]\\w*") && !name.equals("lambda");
                boolean own = !tail || String.valueOf(expected).equals(call.name()) || call.name() == null;
                values.put("index", own ? String.valueOf(misfit(call)) : String.valueOf(current));
                if (!own && !trail.isLogical()) {
                    values.put("token", json(expected));
                }
            }
            case "T0411" -> values.put("index", String.valueOf(expected));
            case "T0412" -> {
                values.put(
                        "index", String.valueOf(1 + Math.max(0, call.arguments().indexOf(current))));
                values.put("type", json(PLURALS.get(String.valueOf(expected))));
            }
            case "D1002" ->
                values.put(
                        "value",
                        json(
                                inmost == null || inmost.found().isEmpty()
                                        ? null
                                        : inmost.found().getLast()));
            case "D1001" -> {
                if (call.of("number")) {
                    return new Fault("D3030", values);
                }
                values.put("value", json(current));
            }
            case "D3100" -> values.put("value", json(rounded(call.argument(1))));
            case "T2007" -> {
                values.put("value", json(expected));
                values.put("value2", json(current));
            }
            case "T1005", "T1007" -> values.put("token", String.valueOf(current));
            case "T2001", "T2002", "T2008", "T2009", "T2010" -> {
                values.put(
                        "token",
                        json(
                                inmost == null
                                        ? null
                                        : String.valueOf(inmost.part().value())));
                values.put("value", json(current));
                values.put("value2", json(expected));
            }
            case "D3137", "D3141" -> values.put("message", String.valueOf(current));
            case "D2014" -> values.put("value", String.valueOf(current));
            default -> {
                values.put("value", json(current));
                values.put("exp", json(expected));
            }
        }
        return new Fault(code, values);
    }

    private static HashMap<String, String> values(Trail.Call call, Trail trail) {
        var values = new HashMap<String, String>();
        values.put("token", json(trail.token()));
        values.put("value", json(call.argument(0)));
        values.put("functionName", String.valueOf(call.name()));
        return values;
    }

    /** Where the library fails as Java does, what was called says which error it is. */
    private static Optional<String> ofCall(Trail.Call call) {
        return Optional.ofNullable(
                switch (String.valueOf(call.name())) {
                    case "number" -> "D3030";
                    case "toMillis" -> "D3110";
                    case "encodeUrl", "encodeUrlComponent", "decodeUrl", "decodeUrlComponent" -> "D3140";
                    case "sort" -> "D3070";
                    case "match", "split", "contains" -> "T1010";
                    case "replace" -> call.argument(1) instanceof Parser.Symbol ? "T1010" : "D3012";
                    default -> null;
                });
    }

    /** Which argument it is that no longer fits what the function takes. */
    private static int misfit(Trail.Call call) {
        var given = new StringBuilder();
        call.arguments().forEach(each -> given.append(letter(each)));
        var sofar = new StringBuilder();
        int good = 0;
        for (var parameter : Part.parameters(call.function())) {
            var matcher = Pattern.compile(sofar.append(parameter).toString()).matcher(given);
            if (!matcher.lookingAt()) {
                return good + 1;
            }
            good = matcher.end();
        }
        return good + 1;
    }

    private static char letter(@Nullable Object value) {
        return switch (value) {
            case null -> 'm';
            case String _ -> 's';
            case Number _ -> 'n';
            case Boolean _ -> 'b';
            case List<?> _ -> 'a';
            case Map<?, ?> _ -> 'o';
            case JFunction _, Parser.Symbol _, Pattern _ -> 'f';
            default -> Jsonata.NULL_VALUE.equals(value) ? 'l' : 'f';
        };
    }

    private static @Nullable Object rounded(@Nullable Object radix) {
        return radix instanceof Number number ? Math.rint(number.doubleValue()) : radix;
    }

    private static @Nullable String tooLarge(String expression) {
        return Pattern.compile("\\d+(\\.\\d+)?([eE][-+]?\\d+)?")
                .matcher(expression)
                .results()
                .map(MatchResult::group)
                .filter(number -> new BigDecimal(number).abs().compareTo(BigDecimal.valueOf(Double.MAX_VALUE)) > 0)
                .findFirst()
                .orElse(null);
    }

    /** What stands in an expression is a word of it, whatever the library takes it for. */
    private static String word(@Nullable Object said) {
        return json(said == null || said instanceof Number ? said : String.valueOf(said));
    }

    /** As JSON, and as JavaScript says it where there is nothing. */
    private static String json(@Nullable Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return "null";
        }
        var node = value == null ? null : JavaValues.node(value);
        return node == null ? "undefined" : Json.text(node);
    }
}
