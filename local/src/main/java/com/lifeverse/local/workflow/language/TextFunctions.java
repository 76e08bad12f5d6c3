package com.lifeverse.local.workflow.language;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Functions of JSONata itself that one call of can keep busy for hours, or that take what they may not: bounded here, since
 * the steps of an expression do not count what happens inside of them.
 */
final class TextFunctions {
    /** So often a regular expression may look at a character of the text, for all places where it matches. */
    private static final int MOST_LOOKS = 10_000_000;

    private static final Map<String, JFunction> ALL = Map.of(
            "pad", function("<s-ns?:s>", args -> pad((String) args.get(0), (Number) args.get(1), (String) at(args, 2))),
            "match",
                    matching(
                            "<s-f<s:o>n?:a<o>>",
                            args -> Functions.match(
                                    (String) args.get(0), (Pattern) args.get(1), whole((Number) at(args, 2)))),
            "contains", matching("<s-(sf):b>", args -> Functions.contains((String) args.get(0), args.get(1))),
            "replace",
                    matching(
                            "<s-(sf)(sf)n?:s>",
                            args -> Functions.replace(
                                    (String) args.get(0), args.get(1), args.get(2), whole((Number) at(args, 3)))),
            "split",
                    matching(
                            "<s-(sf)n?:a<s>>",
                            args -> Functions.split((String) args.get(0), args.get(1), (Number) at(args, 2))),
            "formatNumber", function("<n-so?:s>", TextFunctions::formatted),
            "sort", function("<af?:a>", TextFunctions::sorted));

    private TextFunctions() {}

    /** The bounded form of a function, if that is one of those. */
    static Optional<JFunction> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** What a function does with arguments of which the first is there. */
    @FunctionalInterface
    private interface Body {
        @Nullable
        Object of(List<?> args);
    }

    private static JFunction function(String signature, Body body) {
        JFunctionCallable call = (_, args) -> args.get(0) == null ? null : body.of(args);
        return new JFunction(call, signature);
    }

    /** A function that is given a text and, maybe, a regular expression: tried first where its looks are counted. */
    private static JFunction matching(String signature, Body body) {
        return function(signature, given -> {
            var args = CountedRegex.plain(given);
            if (args.get(0) instanceof String text && args.get(1) instanceof Pattern pattern) {
                var matcher = pattern.matcher(watched(text));
                while (matcher.find()) {
                    if (matcher.end() == matcher.start()) {
                        throw new JException("D1004", -1);
                    }
                }
            }
            return body.of(args);
        });
    }

    private static String formatted(List<?> args) {
        var options = at(args, 2) instanceof Map<?, ?> given ? given : null;
        NumberPicture.check((String) args.get(1), options);
        return Functions.formatNumber((Number) args.get(0), (String) args.get(1), options);
    }

    /** The library compares whatever Java can compare. */
    private static @Nullable Object sorted(List<?> args) {
        var list = (List<?>) args.get(0);
        if (at(args, 1) == null
                && list.size() > 1
                && !list.stream().allMatch(String.class::isInstance)
                && !list.stream().allMatch(Number.class::isInstance)) {
            throw new JException("D3070", -1);
        }
        return Functions.sort(list, at(args, 1));
    }

    /** The text, as a regular expression looks at it: not too often. */
    static CharSequence watched(String text) {
        return new Watched(text, new AtomicInteger(), 0, text.length());
    }

    private static @Nullable Object at(List<?> args, int index) {
        return index < args.size() ? args.get(index) : null;
    }

    private static @Nullable Integer whole(@Nullable Number number) {
        return number == null ? null : number.intValue();
    }

    /** To the right where the width is positive, to the left where it is negative. */
    private static String pad(String text, Number width, @Nullable String with) {
        long missing = Math.abs(width.longValue()) - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        if (missing > Bounds.LONGEST_TEXT) {
            throw new Bounds.Cut(Bounds.TOO_LARGE);
        }
        var filler = with == null || with.isEmpty() ? " " : with;
        int points = filler.codePointCount(0, filler.length());
        var filled = filler.repeat((int) (missing / points + 1));
        var padding = filled.substring(0, filled.offsetByCodePoints(0, (int) missing));
        return width.longValue() < 0 ? padding + text : text + padding;
    }

    /** A text that counts how often it is looked at; its parts count together with it. */
    private record Watched(String text, AtomicInteger looks, int from, int to) implements CharSequence {
        @Override
        public char charAt(int index) {
            if (looks.incrementAndGet() > MOST_LOOKS) {
                throw tooMany();
            }
            return text.charAt(from + index);
        }

        @Override
        public int length() {
            return to - from;
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Watched(text, looks, from + start, from + end);
        }

        @Override
        public String toString() {
            return text.substring(from, to);
        }

        private static Bounds.Cut tooMany() {
            return new Bounds.Cut(Bounds.TOO_LONG);
        }
    }
}
