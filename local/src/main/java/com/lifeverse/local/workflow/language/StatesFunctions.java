package com.lifeverse.local.workflow.language;

import com.dashjoin.jsonata.Functions;
import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import com.dashjoin.jsonata.Utils;
import com.lifeverse.local.kernel.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What Step Functions adds to JSONata ({@code $partition $range $hash $uuid $parse $random}), what it takes away, and what
 * is bounded.
 */
final class StatesFunctions {
    private static final int LONGEST_RANGE = 1000;

    private static final JFunction HASH =
            function("<ss?:s>", (input, args) -> hash(argument(args, 0), argument(args, 1)));
    private static final JFunction PARSE = function("<s:x>", (input, args) -> parse(argument(args, 0)));
    private static final JFunction PARTITION =
            function("<an:a>", (input, args) -> partition(argument(args, 0), argument(args, 1)));
    private static final JFunction RANGE = function("<nnn:a>", (input, args) -> range(args));

    private StatesFunctions() {}

    /** Binds those that are mentioned; {@code $now} and {@code $millis} answer the stack's time. */
    static void bind(Jsonata.Frame frame, Set<String> mentioned, Instant now, Chance chance) {
        for (var name : mentioned) {
            switch (name) {
                case "eval" -> frame.bind(name, (Object) null);
                case "now" -> frame.bind(name, function("<s?s?:s>", (input, args) -> formatted(now, args)));
                case "millis" -> frame.bind(name, function("<:n>", (input, args) -> now.toEpochMilli()));
                case "uuid" ->
                    frame.bind(
                            name,
                            function("<:s>", (input, args) -> chance.uuid().toString()));
                case "random" ->
                    frame.bind(name, function("<n?:n>", (input, args) -> random(chance, argument(args, 0))));
                case "hash" -> frame.bind(name, HASH);
                case "parse" -> frame.bind(name, PARSE);
                case "partition" -> frame.bind(name, PARTITION);
                case "range" -> frame.bind(name, RANGE);
                default -> TextFunctions.named(name).ifPresent(bounded -> frame.bind(name, bounded));
            }
        }
    }

    private static JFunction function(String signature, JFunctionCallable body) {
        return new JFunction(body, signature);
    }

    private static @Nullable Object argument(List<?> args, int index) {
        return index < args.size() ? args.get(index) : null;
    }

    private static String formatted(Instant now, List<?> args) {
        return Functions.dateTimeFromMillis(now.toEpochMilli(), (String) argument(args, 0), (String) argument(args, 1));
    }

    private static Number random(Chance chance, @Nullable Object seed) {
        return seed instanceof Number number ? new Random(number.longValue()).nextDouble() : chance.fraction();
    }

    private static @Nullable String hash(@Nullable Object data, @Nullable Object algorithm) {
        if (!(data instanceof String text)) {
            return null;
        }
        var name = algorithm instanceof String given ? given : "SHA-256";
        if (!List.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512").contains(name)) {
            throw new JException("D3151", -1, name);
        }
        try {
            var digest = MessageDigest.getInstance(name).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + name, e);
        }
    }

    private static @Nullable Object parse(@Nullable Object text) {
        return text instanceof String json ? JavaValues.variable(Json.read(json)) : null;
    }

    private static @Nullable Object partition(@Nullable Object array, @Nullable Object size) {
        if (!(array instanceof List<?> list) || !(size instanceof Number number)) {
            return null;
        }
        int step = number.intValue();
        if (step < 1) {
            throw new IllegalArgumentException("The chunk size of $partition has to be positive");
        }
        var chunks = new ArrayList<Object>();
        for (int from = 0; from < list.size(); from += step) {
            chunks.add(new ArrayList<>(list.subList(from, Math.min(from + step, list.size()))));
        }
        return chunks;
    }

    // A sequence, so that a range of one number is that number: AWS answers 1 to $range(1, 9, 9).
    private static List<Object> range(List<?> args) {
        long first = ((Number) args.get(0)).longValue();
        long last = ((Number) args.get(1)).longValue();
        long step = ((Number) args.get(2)).longValue();
        if (step == 0 || Math.abs((last - first) / step) >= LONGEST_RANGE) {
            throw new IllegalArgumentException("$range needs a step other than 0 and makes at most 1000 numbers");
        }
        var numbers = Utils.createSequence();
        for (long n = first; step > 0 ? n <= last : n >= last; n += step) {
            numbers.add(Utils.convertNumber(n));
        }
        return numbers;
    }
}
