package com.lifeverse.trigger.match.aws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.lifeverse.trigger.match.aws.Said.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields that any pattern asks for, each with a number; takes their values out of an event in one pass, and does not
 * look into anything else. Arrays add no step to a path, and a step may itself have dots: the matcher sees it so.
 */
final class Fields {
    private static final JsonFactory JSON = new JsonFactory();

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
        try (var parser = JSON.createParser(event)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("An event is a JSON object");
            }
            object(parser, root, said);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return said;
    }

    private static void object(JsonParser parser, Step step, @Nullable Said[] said) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var below = below(step, name);
            var token = parser.nextToken();
            if (below == null) {
                parser.skipChildren();
            } else {
                value(parser, token, below, said);
            }
        }
    }

    private static void value(JsonParser parser, JsonToken token, Step step, @Nullable Said[] said) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            object(parser, step, said);
        } else if (token == JsonToken.START_ARRAY) {
            for (var next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                value(parser, next, step, said);
            }
        } else if (step.number >= 0) {
            said[step.number] = new Said(kind(token), parser.getText(), said[step.number]);
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

    private static Kind kind(JsonToken token) {
        if (token == JsonToken.VALUE_STRING) {
            return Kind.TEXT;
        }
        return token.isNumeric() ? Kind.NUMBER : Kind.WORD;
    }
}
