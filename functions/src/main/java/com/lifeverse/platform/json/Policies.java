package com.lifeverse.platform.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The numbers in force: those of the file {@code policies/CONTEXT.json} that is shipped with the functions, with what a stage
 * has otherwise. Each context's record checks its numbers against each other when it is made, so that no number can be
 * otherwise in a way that does not hold; what the record does not know is refused. Durations are written as ISO 8601 has them.
 */
public final class Policies {
    /** The setting that says what a stage has otherwise: a JSON object, by context the differing numbers only. */
    public static final String SETTING = "POLICIES";

    private static final JsonMapper MAPPER = PolicyForm.mapper();

    private final ObjectNode differing;

    private Policies(ObjectNode differing) {
        this.differing = differing;
    }

    /** The numbers of the files. */
    public static Policies standard() {
        return new Policies(Json.object());
    }

    /**
     * With the numbers in which a stage differs.
     *
     * @param differing such as <code>{"session": {"lease": "PT4M"}}</code>; blank if there are none
     * @throws IllegalStateException if it is no such object, or speaks of a context that has no numbers
     */
    public static Policies differing(String differing) {
        if (differing.isBlank()) {
            return standard();
        }
        var contexts = object(SETTING, differing);
        contexts.fieldNames().forEachRemaining(context -> {
            if (Policies.class.getResource(file(context)) == null) {
                throw new IllegalStateException(SETTING + ": no context " + context + " has numbers of its own");
            }
        });
        return new Policies(contexts);
    }

    /**
     * The record of one context: {@code SessionPolicy} has the numbers of {@code session}.
     *
     * @throws IllegalStateException saying which number does not do, and why
     */
    public <P extends Record> P of(Class<P> policy) {
        var context = context(policy);
        var numbers = standard(context);
        var own = differing.path(context);
        if (!own.isMissingNode()) {
            merge(context, numbers, own);
        }
        try {
            return MAPPER.treeToValue(numbers, policy);
        } catch (ValueInstantiationException refused) {
            var why = refused.getCause() == null ? refused : refused.getCause();
            throw new IllegalStateException("Policy %s: %s".formatted(context, why.getMessage()), refused);
        } catch (JsonMappingException unreadable) {
            throw new IllegalStateException(
                    "Policy %s%s: %s".formatted(context, place(unreadable), unreadable.getOriginalMessage()),
                    unreadable);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(
                    "Policy %s: %s".formatted(context, unreadable.getOriginalMessage()), unreadable);
        }
    }

    /** What the context of a record is called in files and settings. */
    public static String context(Class<? extends Record> policy) {
        return policy.getSimpleName().replaceFirst("Policy$", "").toLowerCase(Locale.ROOT);
    }

    /** What the file of a context says. */
    public static ObjectNode standard(String context) {
        try (var file = Policies.class.getResourceAsStream(file(context))) {
            if (file == null) {
                throw new IllegalStateException("Policy " + context + " has no file " + file(context));
            }
            return object(file(context), new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String place(JsonMappingException unreadable) {
        return unreadable.getPath().stream()
                .map(step -> "/" + step.getFieldName())
                .collect(Collectors.joining());
    }

    private static void merge(String place, ObjectNode numbers, JsonNode own) {
        if (!own.isObject()) {
            throw new IllegalStateException("Policy " + place + " must be an object of numbers");
        }
        own.properties().forEach(entry -> {
            var known = numbers.path(entry.getKey());
            if (known.isMissingNode()) {
                throw new IllegalStateException("Policy %s has no number %s".formatted(place, entry.getKey()));
            }
            if (known instanceof ObjectNode group) {
                merge(place + "/" + entry.getKey(), group, entry.getValue());
            } else {
                numbers.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static ObjectNode object(String where, String text) {
        try {
            if (Json.read(text) instanceof ObjectNode object) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(where + " is not JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalStateException(where + " must be a JSON object");
    }

    private static String file(String context) {
        return "/policies/" + context + ".json";
    }
}
