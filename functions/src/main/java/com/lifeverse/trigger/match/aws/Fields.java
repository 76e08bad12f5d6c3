package com.lifeverse.trigger.match.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields that any pattern asks for, each with a number; takes their values out of an event in one pass, and does not
 * look into anything else. Arrays add no step to a path, and a step may itself have dots: the matcher sees it so.
 */
final class Fields {
    private static final JsonFactory JSON = new JsonFactory();
    /** Whole numbers of so many digits are doubles, without any loss. */
    private static final int DIGITS_OF_A_DOUBLE = 15;

    private static final class Step {
        private final Map<String, Step> below = new HashMap<>();
        private int number = -1;
    }

    private final Step root = new Step();
    private int count;

    /** The number of a field, which it gets when it is first asked for. */
    int number(String path) {
        var step = root;
        for (var name : path.split("\\.", -1)) {
            step = step.below.computeIfAbsent(name, _ -> new Step());
        }
        if (step.number < 0) {
            step.number = count++;
        }
        return step.number;
    }

    /**
     * The values by their fields' numbers; null where there are none.
     *
     * @throws JsonProcessingException if the event is not JSON
     */
    @Nullable
    Said[] of(String event) throws JsonProcessingException {
        var said = new @Nullable Said[count];
        // Bytes are read faster than letters, and names in them found by whole words.
        var bytes = event.getBytes(StandardCharsets.UTF_8);
        boolean plain = bytes.length == event.length() && event.indexOf('\\') < 0;
        try (var parser = JSON.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("An event is a JSON object");
            }
            new Reading(parser, plain, said).object(root);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return said;
    }

    /** One event that is being read. */
    private static final class Reading {
        private final JsonParser parser;
        /** True if it is all ASCII as it stands, so that each text is what the matcher sees. */
        private final boolean plain;

        private final @Nullable Said[] said;

        Reading(JsonParser parser, boolean plain, @Nullable Said[] said) {
            this.parser = parser;
            this.plain = plain;
            this.said = said;
        }

        void object(Step step) throws IOException {
            for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                var below = below(step, name);
                var token = parser.nextToken();
                if (below == null) {
                    parser.skipChildren();
                } else {
                    value(token, below);
                }
            }
        }

        private void value(JsonToken token, Step step) throws IOException {
            if (token == JsonToken.START_OBJECT) {
                object(step);
            } else if (token == JsonToken.START_ARRAY) {
                for (var next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    value(next, step);
                }
            } else if (step.number >= 0) {
                said[step.number] = said(token, said[step.number]);
            }
        }

        private Said said(JsonToken token, @Nullable Said next) throws IOException {
            if (token == JsonToken.VALUE_STRING) {
                return Said.text(plain ? parser.getText() : Said.encodable(parser.getText()), next);
            }
            if (token == JsonToken.VALUE_NUMBER_INT && parser.getTextLength() <= DIGITS_OF_A_DOUBLE) {
                return Said.number(parser.getLongValue(), next);
            }
            return token.isNumeric() ? Said.number(parser.getText(), next) : Said.word(parser.getText(), next);
        }
    }

    private static @Nullable Step below(Step step, String name) {
        var found = step.below.get(name);
        if (found != null || name.indexOf('.') < 0) {
            return found;
        }
        var at = step;
        for (var part : name.split("\\.", -1)) {
            at = at.below.get(part);
            if (at == null) {
                return null;
            }
        }
        return at;
    }
}
