package com.lifeverse.local.workflow.language;

import com.dashjoin.jsonata.JException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.lifeverse.local.kernel.Json;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What JSONata says of an expression that fails, in the words of its reference implementation, which AWS uses: the library here
 * leaves places in its sentences empty, and ends some failures in an exception of Java's own.
 *
 * @param code such as {@code T0410}; empty if it is no failure that JSONata knows
 * @see <a href="https://github.com/floci-io/floci/issues/2668">what AWS answered, measured by others</a>
 */
record Complaint(String code, String sentence) {
    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{4}");
    private static final Pattern CALLED = Pattern.compile("\\$(\\w+)\\s*\\(?$");
    private static final Pattern ANY_CALLED = Pattern.compile("\\$(\\w+)\\s*\\(");
    private static final Pattern COMPARED = Pattern.compile("(?<!~)[<>]=?");
    private static final Pattern TEXTS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'");
    private static final Pattern LAST_WORD = Pattern.compile("(\\S+)( is not supported| in date/time).*$");
    private static final Map<String, String> ELEMENTS =
            Map.of("a", "arrays", "b", "booleans", "f", "functions", "n", "numbers", "o", "objects", "s", "strings");

    /** What went wrong with that expression. */
    static Complaint of(String expression, Throwable e) {
        return switch (e) {
            case JException known when CODE.matcher(known.getError()).matches() -> coded(expression, known);
            case JException unnamed
            when unnamed.getError().startsWith("Second argument of replace") ->
                new Complaint("D3010", unnamed.getError());
            case JException unnamed
            when unnamed.getError().startsWith("Fourth argument of replace") ->
                new Complaint("D3011", unnamed.getError());
            case JException unnamed when unnamed.getError().equals("Malformed URL") -> malformed(expression);
            case NumberFormatException number ->
                new Complaint("D3030", "Unable to cast value to a number: " + quoted(number));
            case DateTimeParseException moment ->
                new Complaint(
                        "D3110",
                        "The argument of the toMillis function must be an ISO 8601 formatted timestamp. Given "
                                + json(moment.getParsedString()));
            case ClassCastException _
            when expression.contains("$sort") ->
                new Complaint(
                        "D3070",
                        "The single argument form of the sort function can only be applied to an array of strings or an"
                                + " array of numbers.  Use the second argument to specify a comparison function");
            case IllegalArgumentException url when said(url).startsWith("URLDecoder") -> malformed(expression);
            case RuntimeException pictured
            when said(pictured).startsWith("Formatting or parsing an integer") ->
                new Complaint("D3130", requoted(said(pictured)));
            case RuntimeException pictured
            when said(pictured).startsWith("Unknown component specifier") ->
                new Complaint("D3132", requoted(said(pictured)));
            default -> new Complaint("", said(e));
        };
    }

    /** The code and the sentence, or the sentence alone. */
    String text() {
        return code.isEmpty() ? sentence : code + ": " + sentence;
    }

    private static Complaint coded(String expression, JException e) {
        var first = e.getCurrent();
        var second = e.getExpected();
        var sentence = switch (e.getError()) {
            case "T0410" ->
                "Argument %s of function %s does not match function signature".formatted(first, json(second));
            case "T0411" ->
                "Context value is not a compatible type with argument 1 of function %s"
                        .formatted(json(called(expression, e)));
            case "T0412" ->
                "Argument 1 of function %s must be an array of %s"
                        .formatted(
                                json(called(expression, e)),
                                json(ELEMENTS.getOrDefault(String.valueOf(second), String.valueOf(second))));
            case "T1005", "T1007" -> said(e).replace("${\"" + first + "\"}", "$" + first);
            case "T2009" ->
                "The values %s and %s either side of operator %s must be of the same data type"
                        .formatted(json(first), json(second), json(compared(expression)));
            case "D1002" -> "Cannot negate a non-numeric value: " + json(second);
            case "D3061" ->
                "The power function has resulted in a value that cannot be represented as a JSON number: base=%s, exponent=%s"
                        .formatted(json(first), json(second));
            case "D3100" ->
                "The radix of the formatBase function must be between 2 and 36.  It was given " + e.getLocation();
            case "D3050" -> "The second argument of reduce function must be a function with at least two arguments";
            // The library quotes whatever it puts in, the reference only texts.
            default -> said(e).replace(" Object ", " function ").replace(quotes(first), json(first));
        };
        return new Complaint(e.getError(), sentence);
    }

    private static String quotes(@Nullable Object value) {
        return "\"" + value + "\"";
    }

    /** The function whose call ends where the failure is told to be; if none does, the first one called. */
    private static String called(String expression, JException e) {
        int end = Math.clamp(e.getLocation(), 0, expression.length());
        var here = CALLED.matcher(expression.substring(0, end));
        if (here.find()) {
            return here.group(1);
        }
        var any = ANY_CALLED.matcher(expression);
        return any.find() ? any.group(1) : "";
    }

    private static String compared(String expression) {
        var found = COMPARED.matcher(TEXTS.matcher(expression).replaceAll(""));
        return found.find() ? found.group() : "";
    }

    private static Complaint malformed(String expression) {
        var any = ANY_CALLED.matcher(expression);
        return new Complaint("D3140", "Malformed URL passed to $" + (any.find() ? any.group(1) : "") + "()");
    }

    private static String quoted(NumberFormatException e) {
        var message = said(e);
        int first = message.indexOf('"');
        return first < 0 ? json("") : message.substring(first);
    }

    private static String requoted(String sentence) {
        return LAST_WORD
                .matcher(sentence)
                .replaceFirst(
                        found -> Matcher.quoteReplacement(json(found.group(1)) + sentence.substring(found.end(1))));
    }

    private static String said(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String json(@Nullable Object value) {
        JsonNode node = JavaValues.node(value);
        return Json.text(node == null ? NullNode.getInstance() : node);
    }
}
