package com.lifeverse.local.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Compares what AWS answered with what this stack answers, where the recording hides what AWS makes up: whole texts at
 * certain places, and {@code <names>} inside texts. The same numbered name stands for the same text all through a case,
 * and different ones for different texts.
 */
final class Masks {
    private static final Set<String> WHOLE = Set.of(
            "timestamp", "date", "RequestId", "x-amzn-RequestId", "X-Amzn-Trace-Id", "snf_role_arn", "bucket-name");
    private static final Set<String> MADE_UP = Set.of(
            "timestamp",
            "roleArn",
            "Date",
            "RequestId",
            "x-amzn-RequestId",
            "X-Amzn-Trace-Id",
            "TimestampValue",
            "Bucket");
    private static final Pattern NAME = Pattern.compile("<([A-Za-z_][\\w -]*)(:\\d+)?>");

    /** The first place where two values differ. */
    record Mismatch(String pointer, JsonNode expected, JsonNode actual) {}

    private final Map<String, String> named;

    Masks() {
        this(Map.of());
    }

    private Masks(Map<String, String> named) {
        this.named = new HashMap<>(named);
    }

    /** Empty if they are the same; names are then bound. If they are not, nothing is bound. */
    Optional<Mismatch> compare(String pointer, JsonNode expected, JsonNode actual) {
        var trial = new Masks(named);
        var mismatch = trial.walk(pointer, "", expected, actual);
        if (mismatch.isEmpty()) {
            named.putAll(trial.named);
        }
        return mismatch;
    }

    private Optional<Mismatch> walk(String pointer, String member, JsonNode expected, JsonNode actual) {
        return switch (expected) {
            case ObjectNode object
            when actual.isTextual() ->
                Json.parse(actual.textValue())
                        .filter(JsonNode::isObject)
                        .map(parsed -> walk(pointer, member, object, parsed))
                        .orElseGet(() -> Optional.of(new Mismatch(pointer, expected, actual)));
            case ObjectNode object when actual instanceof ObjectNode other -> members(pointer, object, other);
            case ArrayNode list when actual instanceof ArrayNode other -> items(pointer, member, list, other);
            default ->
                same(member, expected, actual)
                        ? Optional.empty()
                        : Optional.of(new Mismatch(pointer, expected, actual));
        };
    }

    private Optional<Mismatch> members(String pointer, ObjectNode expected, ObjectNode actual) {
        var names = new TreeSet<String>();
        expected.fieldNames().forEachRemaining(names::add);
        actual.fieldNames().forEachRemaining(names::add);
        for (var name : names) {
            var place = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
            var wanted = expected.path(name);
            var found = actual.path(name);
            var mismatch = wanted.isMissingNode() || found.isMissingNode()
                    ? Optional.of(new Mismatch(place, wanted, found))
                    : walk(place, name, wanted, found);
            if (mismatch.isPresent()) {
                return mismatch;
            }
        }
        return Optional.empty();
    }

    private Optional<Mismatch> items(String pointer, String member, ArrayNode expected, ArrayNode actual) {
        if (expected.size() != actual.size()) {
            return Optional.of(new Mismatch(pointer, expected, actual));
        }
        for (int i = 0; i < expected.size(); i++) {
            var mismatch = walk(pointer + "/" + i, member, expected.get(i), actual.get(i));
            if (mismatch.isPresent()) {
                return mismatch;
            }
        }
        return Optional.empty();
    }

    private boolean same(String member, JsonNode expected, JsonNode actual) {
        if (expected.isTextual() && WHOLE.contains(expected.textValue()) && MADE_UP.contains(member)) {
            return true;
        }
        if (expected.isTextual() && actual.isTextual()) {
            return sameText(expected.textValue(), actual.textValue());
        }
        // By their texts, so that 5 is not 5.0 and large numbers stay what they are.
        return Json.text(expected).equals(Json.text(actual));
    }

    private boolean sameText(String expected, String actual) {
        if (expected.equals(actual)) {
            return true;
        }
        var pattern = new StringBuilder();
        var names = new ArrayList<String>();
        var matcher = NAME.matcher(expected);
        int position = 0;
        while (matcher.find()) {
            pattern.append(Pattern.quote(expected.substring(position, matcher.start())));
            pattern.append("(.+?)");
            names.add(matcher.group(2) == null ? "" : matcher.group());
            position = matcher.end();
        }
        pattern.append(Pattern.quote(expected.substring(position)));
        var found = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(actual);
        if (names.isEmpty() || !found.matches()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty() && !bind(names.get(i), found.group(i + 1))) {
                return false;
            }
        }
        return true;
    }

    private boolean bind(String name, String text) {
        var bound = named.get(name);
        if (bound != null) {
            return bound.equals(text);
        }
        if (named.containsValue(text)) {
            return false;
        }
        named.put(name, text);
        return true;
    }
}
