package com.lifeverse.local.table.transaction;

import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Collects what a request asks for and makes a digest of it that does not depend on the order of maps and sets. */
public final class Digest {
    private final StringBuilder text = new StringBuilder();

    /** Adds a part of the request; an absent one is the empty text. */
    public Digest add(String part) {
        text.append(bounded(part));
        return this;
    }

    public Digest addNames(Map<String, String> names) {
        return add(new TreeMap<>(names)
                .entrySet().stream()
                        .map(each -> bounded(each.getKey()) + bounded(each.getValue()))
                        .collect(Collectors.joining()));
    }

    public Digest addValues(Map<String, Value> values) {
        return add(sorted(values));
    }

    /** The digest of all that was added. */
    public String made() {
        try {
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** With its length, so that no text can pass for two others. */
    private static String bounded(String text) {
        return text.length() + ":" + text;
    }

    private static String sorted(Map<String, Value> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(each -> bounded(each.getKey()) + "=" + sorted(each.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String sorted(Value value) {
        var content = switch (value) {
            case Value.S(var string) -> bounded(string);
            case Value.N number -> number.text();
            case Value.B(var bytes) -> bytes.base64();
            case Value.Bool(var isTrue) -> Boolean.toString(isTrue);
            case Value.Null _ -> "";
            case Value.L(var elements) ->
                elements.stream().map(Digest::sorted).collect(Collectors.joining(",", "[", "]"));
            case Value.M(var entries) -> sorted(entries);
            case Value.SS(var texts) ->
                texts.stream().sorted().map(Digest::bounded).toList().toString();
            case Value.NS(var numbers) ->
                numbers.stream().map(Value.N::text).sorted().toList().toString();
            case Value.BS(var members) ->
                members.stream().map(Bytes::base64).sorted().toList().toString();
        };
        // Apart from what follows: the types B and BOOL begin alike.
        return value.type() + ":" + content;
    }
}
