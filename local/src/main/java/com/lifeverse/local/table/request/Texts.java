package com.lifeverse.local.table.request;

import com.lifeverse.local.table.parse.Expressions;
import com.lifeverse.local.table.parse.Kind;
import com.lifeverse.local.table.parse.ParsedExpressions;
import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The expressions of a request as they came, with names and values: first {@link #requireUse}, then, after the
 * request's other values were looked at, {@link #expressions}.
 */
public final class Texts {
    private static final int MAX_KEY = 255;
    private static final int MAX_NAME = 65535;
    private static final long MAX_BYTES = 2L * 1024 * 1024;

    private final Wording wording;
    private final Map<Kind, @Nullable String> texts = new LinkedHashMap<>(4);
    private @Nullable Map<String, String> names;
    private @Nullable Map<String, AttributeValue> values;

    public Texts(Wording wording) {
        this.wording = wording;
    }

    /** An expression that the operation can have; null if the request does not have it. */
    public Texts may(Kind kind, @Nullable String text) {
        texts.put(kind, text);
        return this;
    }

    /** The names, which the SDK shows as an empty map where there are none. */
    public Texts names(boolean isGiven, Map<String, String> given) {
        names = isGiven ? given : null;
        return this;
    }

    /** The values, which the SDK shows as an empty map where there are none. */
    public Texts values(boolean isGiven, Map<String, AttributeValue> given) {
        values = isGiven ? given : null;
        return this;
    }

    /** Refuses legacy parameters, and names and values without an expression to use them. */
    public Texts requireUse(Legacy legacy) {
        var present = texts.entrySet().stream()
                .filter(each -> each.getValue() != null)
                .map(each -> each.getKey().parameter())
                .toList();
        if (!present.isEmpty()) {
            legacy.refuse(present);
        }
        if (names != null && present.isEmpty()) {
            throw new InvalidRequest("ExpressionAttributeNames can only be specified when using expressions");
        }
        var withValues =
                texts.keySet().stream().filter(kind -> kind != Kind.PROJECTION).toList();
        if (values != null && withValues.stream().allMatch(kind -> texts.get(kind) == null)) {
            throw new InvalidRequest("ExpressionAttributeValues can only be specified when using expressions"
                    + wording.absent(withValues));
        }
        legacy.refuse(present);
        return this;
    }

    /** The names and values ready for use. */
    public Expressions expressions(ParsedExpressions parsed) {
        if (names != null) {
            requireNames(names);
        }
        var renamed = names == null ? Map.<String, String>of() : names;
        if (values == null) {
            requireSize(renamed, Map.of());
            return new Expressions(parsed, renamed, Map.of());
        }
        requireKeys("ExpressionAttributeValues", ':', values);
        var arguments = AttributeValues.arguments(values, wording);
        requireSize(renamed, arguments);
        return new Expressions(parsed, renamed, arguments);
    }

    /** Both together have one limit; AWS documents it without its words. */
    private static void requireSize(Map<String, String> names, Map<String, Value> values) {
        long bytes = 0;
        for (var name : names.values()) {
            bytes += Bytes.utf8Length(name);
        }
        for (var value : values.values()) {
            bytes += value.size();
        }
        if (bytes > MAX_BYTES) {
            throw new InvalidRequest("ExpressionAttributeNames and ExpressionAttributeValues have exceeded the maximum "
                    + "allowed size of " + MAX_BYTES + " bytes; size: " + bytes);
        }
    }

    private static void requireNames(Map<String, String> names) {
        requireKeys("ExpressionAttributeNames", '#', names);
        names.forEach((key, name) -> {
            int length = Bytes.utf8Length(name);
            if (length > MAX_NAME) {
                throw new InvalidRequest("ExpressionAttributeNames contains invalid value: "
                        + AttributeValues.nameTooLong(length) + " for key " + key);
            }
            if (length == 0) {
                throw new InvalidRequest(
                        "ExpressionAttributeNames contains invalid value: Empty attribute name for key " + key);
            }
        });
    }

    private static void requireKeys(String parameter, char sign, Map<String, ?> given) {
        if (given.isEmpty()) {
            throw new InvalidRequest(parameter + " must not be empty");
        }
        for (var key : given.keySet()) {
            boolean fits = key.length() > 1 && key.charAt(0) == sign;
            for (int i = 1; i < key.length() && fits; i++) {
                char c = key.charAt(i);
                fits = c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
            }
            if (!fits) {
                throw new InvalidRequest(parameter + " contains invalid key: Syntax error; key: \"" + key + "\"");
            }
            if (key.length() > MAX_KEY) {
                throw new InvalidRequest(parameter + " contains invalid key: The key has exceeded the maximum length "
                        + "of " + MAX_KEY + " bytes; key length: " + key.length());
            }
        }
    }
}
