package com.lifeverse.session.group.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.lambda.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the members of a body that groups have beside texts: flags, numbers, lists of choices, properties. */
final class GroupFields {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,32}");
    private static final int LONGEST_VALUE = 1024;
    private static final int MOST_PROPERTIES = 64;

    private final Fields fields;

    GroupFields(Fields fields) {
        this.fields = fields;
    }

    Fields fields() {
        return fields;
    }

    Optional<Boolean> flag(String name) {
        return value(name)
                .filter(value -> valid(value.isBoolean(), name, "must be true or false"))
                .map(JsonNode::asBoolean);
    }

    Optional<Integer> number(String name, int least, int most) {
        return value(name)
                .filter(value -> valid(
                        value.isIntegralNumber()
                                && value.canConvertToInt()
                                && value.asInt() >= least
                                && value.asInt() <= most,
                        name,
                        "must be a whole number from %d to %d".formatted(least, most)))
                .map(JsonNode::asInt);
    }

    Optional<String> choice(String name, List<String> choices) {
        return value(name).flatMap(_ -> {
            var text = fields.choice(name, choices);
            return choices.contains(text) ? Optional.of(text) : Optional.empty();
        });
    }

    /** Some of the choices, read as what they stand for. */
    <T> Optional<List<T>> choices(String name, List<String> choices, Function<String, T> of) {
        return value(name)
                .filter(value -> valid(
                        value.isArray()
                                && value.valueStream()
                                        .allMatch(one -> one.isTextual() && choices.contains(one.asText())),
                        name,
                        "must be a list of some of " + String.join(", ", choices)))
                .map(value -> value.valueStream().map(JsonNode::asText).map(of).toList());
    }

    /** Properties with their values. */
    Map<String, String> properties(String name) {
        var all = new LinkedHashMap<String, String>();
        patch(name).forEach((key, value) -> {
            if (value.isEmpty()) {
                fields.violate(name, "must have texts as values");
            }
            value.ifPresent(text -> all.put(key, text));
        });
        return all;
    }

    /** Properties with their new values, none where the value is null. */
    Map<String, Optional<String>> patch(String name) {
        var all = new LinkedHashMap<String, Optional<String>>();
        var value = value(name)
                .filter(found -> valid(
                        found.isObject() && found.size() <= MOST_PROPERTIES,
                        name,
                        "must be an object of at most " + MOST_PROPERTIES + " members"));
        value.ifPresent(object -> object.properties().forEach(member -> {
            if (flaw(member.getKey(), member.getValue())) {
                fields.violate(
                        name,
                        "must have names that match %s and texts of up to %d characters as values"
                                .formatted(NAME.pattern(), LONGEST_VALUE));
            } else {
                all.put(
                        member.getKey(),
                        member.getValue().isNull()
                                ? Optional.empty()
                                : Optional.of(member.getValue().asText()));
            }
        }));
        return all;
    }

    private static boolean flaw(String name, JsonNode value) {
        var text = value.asText("");
        boolean good = NAME.matcher(name).matches()
                && (value.isNull() || value.isTextual())
                && text.length() <= LONGEST_VALUE
                && text.chars().noneMatch(character -> character < ' ')
                && !Fields.hasLoneSurrogate(text);
        return !good;
    }

    private Optional<JsonNode> value(String name) {
        return Optional.ofNullable(fields.json().get(name));
    }

    private boolean valid(boolean holds, String name, String message) {
        if (!holds) {
            fields.violate(name, message);
        }
        return holds;
    }
}
