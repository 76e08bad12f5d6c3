package com.lifeverse.trigger.match.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.trigger.match.aws.Said.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a value must be at least, to satisfy one of the alternatives of a pattern's field. It may let through more than the
 * matcher does and never less: it only spares asking the matcher.
 */
sealed interface Clue {
    /** Any value at all. */
    Clue PRESENT = new Present();

    /** False if the matcher would not take this value. */
    boolean allows(Said value);

    /** A text, boolean or null as it stands. */
    record Literal(Kind kind, String text) implements Clue {
        @Override
        public boolean allows(Said value) {
            return value.kind == kind && value.text.equals(text);
        }
    }

    /** A text of this shape. */
    record Shape(Glob glob) implements Clue {
        @Override
        public boolean allows(Said value) {
            return value.kind == Kind.TEXT && glob.matches(value.text);
        }
    }

    /** A text in letters of whichever case. */
    record AnyCase(String text) implements Clue {
        @Override
        public boolean allows(Said value) {
            return value.kind == Kind.TEXT && value.text.equalsIgnoreCase(text);
        }
    }

    /** A number within these bounds, which themselves may be just outside. */
    record Range(double low, double high) implements Clue {
        @Override
        public boolean allows(Said value) {
            if (value.kind != Kind.NUMBER) {
                return false;
            }
            double worth = value.worth();
            return low <= worth && worth <= high;
        }
    }

    /** Anything but these texts. */
    record Other(Set<String> texts) implements Clue {
        @Override
        public boolean allows(Said value) {
            return value.kind != Kind.TEXT || !texts.contains(value.text);
        }
    }

    /** Whatever there is. */
    record Present() implements Clue {
        @Override
        public boolean allows(Said value) {
            return true;
        }
    }

    /** The clue of one alternative, which is not about absence. */
    static Clue of(JsonNode alternative) {
        if (alternative.isTextual()) {
            return new Literal(Kind.TEXT, Said.encodable(alternative.textValue()));
        }
        if (alternative.isNumber()) {
            double worth = Double.parseDouble(alternative.asText());
            return new Range(worth, worth);
        }
        if (!alternative.isObject()) {
            return new Literal(Kind.WORD, alternative.asText());
        }
        var operator = alternative.properties().iterator().next();
        return operator(operator.getKey(), operator.getValue());
    }

    private static Clue operator(String name, JsonNode value) {
        return switch (name) {
            case "prefix" -> value.isTextual() ? shape(Said.encodable(value.textValue()), "") : PRESENT;
            case "suffix" -> value.isTextual() ? shape("", Said.encodable(value.textValue())) : PRESENT;
            case "wildcard" -> wildcard(Said.encodable(value.asText()));
            case "equals-ignore-case" -> anyCase(value.asText());
            case "numeric" -> range(value);
            case "anything-but" -> other(value);
            default -> PRESENT;
        };
    }

    private static Clue shape(String head, String tail) {
        return new Shape(new Glob(List.of(head, tail)));
    }

    private static Clue wildcard(String pattern) {
        // With an escape in it, the text is not what it looks like.
        if (pattern.indexOf('\\') >= 0) {
            return PRESENT;
        }
        var parts = List.of(pattern.split("\\*", -1));
        return parts.size() < 2 ? new Literal(Kind.TEXT, pattern) : new Shape(new Glob(parts));
    }

    // Outside of ASCII there are letters that change their length with their case.
    private static Clue anyCase(String text) {
        return text.chars().allMatch(letter -> letter < 128) ? new AnyCase(text.toLowerCase(Locale.ROOT)) : PRESENT;
    }

    private static Clue range(JsonNode bounds) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (int at = 0; at + 1 < bounds.size(); at += 2) {
            var comparison = bounds.get(at).asText();
            double bound = Double.parseDouble(bounds.get(at + 1).asText());
            if (!comparison.startsWith("<")) {
                low = Math.max(low, bound);
            }
            if (!comparison.startsWith(">")) {
                high = Math.min(high, bound);
            }
        }
        return new Range(low, high);
    }

    private static Clue other(JsonNode value) {
        var texts = new HashSet<String>();
        if (value.isTextual()) {
            texts.add(Said.encodable(value.textValue()));
        } else if (value.isArray()) {
            for (var element : value) {
                if (!element.isTextual()) {
                    return PRESENT;
                }
                texts.add(Said.encodable(element.textValue()));
            }
        }
        return texts.isEmpty() ? PRESENT : new Other(texts);
    }
}
