package com.lifeverse.platform.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.schema.Rfc3339;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the members of a request body and collects everything that is wrong, each with its JSON Pointer, so that a caller
 * hears of all of it at once. Read all members, then call {@link #check()} before using any.
 */
public final class Fields {
    private final ObjectNode object;
    private final String pointer;
    private final List<Violation> violations;

    private Fields(ObjectNode object, String pointer, List<Violation> violations) {
        this.object = object;
        this.pointer = pointer;
        this.violations = violations;
    }

    public static Fields of(ObjectNode body) {
        return new Fields(body, "", new ArrayList<>());
    }

    /** Anything but these members is wrong. */
    public Fields only(String... names) {
        var known = Set.of(names);
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                violate(name, "is not known here");
            }
        });
        return this;
    }

    /** A text of that many characters (code points), none of them a control character; empty if it is wrong. */
    public String text(String name, int shortest, int longest) {
        var value = required(name);
        if (!value.isTextual()) {
            violateUnlessMissing(name, value, "must be a string");
            return "";
        }
        var flaw = flaw(value.asText());
        if (flaw.isPresent()) {
            violate(name, flaw.get());
            return "";
        }
        int length = value.asText().codePointCount(0, value.asText().length());
        if (length < shortest || length > longest) {
            violate(name, "must have %d to %d characters".formatted(shortest, longest));
        }
        return value.asText();
    }

    /** A text that matches the whole of {@code pattern}, and has no control character whatever the pattern says. */
    public String text(String name, Pattern pattern) {
        var value = required(name);
        if (!value.isTextual()) {
            violateUnlessMissing(name, value, "must be a string");
            return "";
        }
        var flaw = flaw(value.asText());
        if (flaw.isPresent()) {
            violate(name, flaw.get());
            return "";
        }
        if (!pattern.matcher(value.asText()).matches()) {
            violate(name, "must match " + pattern.pattern());
        }
        return value.asText();
    }

    /** As {@link #text(String, Pattern)}, if the member is there. */
    public Optional<String> optionalText(String name, Pattern pattern) {
        return object.has(name) ? Optional.of(text(name, pattern)) : Optional.empty();
    }

    /** A time as RFC 3339 has it, if the member is there; empty too if it is wrong. */
    public Optional<Instant> optionalTime(String name) {
        if (!object.has(name)) {
            return Optional.empty();
        }
        var text = text(name, 1, 64);
        var time = Rfc3339.parse(text);
        if (time.isEmpty() && !text.isEmpty()) {
            violate(name, "must be a time such as 2026-01-01T09:00:00Z");
        }
        return time;
    }

    /** A whole number in that range; the least if it is wrong. */
    public long number(String name, long least, long most) {
        var value = required(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            violateUnlessMissing(name, value, "must be a whole number");
            return least;
        }
        if (value.asLong() < least || value.asLong() > most) {
            violate(name, "must be %d to %d".formatted(least, most));
            return least;
        }
        return value.asLong();
    }

    /** A list of at most so many texts, each of which matches the whole of {@code pattern}. */
    public List<String> texts(String name, Pattern pattern, int most) {
        var value = required(name);
        if (!value.isArray() || value.size() > most) {
            violateUnlessMissing(name, value, "must be a list of at most " + most);
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (var each : value) {
            if (!each.isTextual() || !pattern.matcher(each.asText()).matches()) {
                violate(name, "must be a list of texts that match " + pattern.pattern());
                return List.of();
            }
            texts.add(each.asText());
        }
        return texts;
    }

    /** True if the member is there, whatever it is. */
    public boolean has(String name) {
        return object.has(name);
    }

    /** One of these texts. */
    public String choice(String name, List<String> choices) {
        var value = required(name);
        if (!value.isTextual()) {
            violateUnlessMissing(name, value, "must be a string");
            return "";
        }
        if (!choices.contains(value.asText())) {
            violate(name, "must be one of " + String.join(", ", choices));
        }
        return value.asText();
    }

    /** An object; of an absent or wrong one, every required member counts as missing. */
    public Fields object(String name) {
        var value = required(name);
        if (value instanceof ObjectNode child) {
            return new Fields(child, pointer + "/" + escape(name), violations);
        }
        violateUnlessMissing(name, value, "must be an object");
        // The one violation says it all: what is read of the missing object is not reported again.
        return new Fields(object.objectNode(), pointer + "/" + escape(name), new ArrayList<>());
    }

    /** The object itself, for what has rules of its own. */
    public ObjectNode json() {
        return object;
    }

    /** Adds what a rule beyond the form of one member found. */
    public void violate(String name, String message) {
        violations.add(new Violation(pointer + "/" + escape(name), message));
    }

    /**
     * Ends the reading.
     *
     * @throws Refused with all violations, if there are any
     */
    public void check() {
        if (!violations.isEmpty()) {
            throw new Refused(
                    Problem.INVALID_REQUEST, "See the violations: each names a place in the body.", violations);
        }
    }

    private JsonNode required(String name) {
        var value = object.path(name);
        if (value.isMissingNode()) {
            violate(name, "is required");
        }
        return value;
    }

    private void violateUnlessMissing(String name, JsonNode value, String message) {
        if (!value.isMissingNode()) {
            violate(name, message);
        }
    }

    // JSON can escape what nobody can type, and what logs and terminals would obey.
    private static Optional<String> flaw(String text) {
        if (hasLoneSurrogate(text)) {
            return Optional.of("must be well-formed Unicode");
        }
        return text.chars().anyMatch(character -> character < ' ')
                ? Optional.of("must have no control characters")
                : Optional.empty();
    }

    /** JSON can escape half of a character. Such a text has no UTF-8 form: two different ones would become the same. */
    public static boolean hasLoneSurrogate(String text) {
        return text.codePoints()
                .anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
