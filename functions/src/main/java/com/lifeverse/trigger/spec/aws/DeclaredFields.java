package com.lifeverse.trigger.spec.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Envelope;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which fields an event type declares. Ingest takes others too; nobody has promised what is in them. */
public final class DeclaredFields {
    private static final String PAYLOAD = "payload";
    private static final Set<String> ENVELOPE = Arrays.stream(Envelope.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());
    /** What says in another way which fields there are; nothing is known then. */
    private static final List<String> OTHERWISE = List.of("$ref", "allOf", "anyOf", "oneOf", "patternProperties");

    private DeclaredFields() {}

    /**
     * Whether events of a type have a field of that path, or may have any below one of its steps.
     *
     * @param schema of the payload
     * @param path within the envelope, its steps joined by dots
     */
    public static boolean has(JsonNode schema, String path) {
        var steps = List.of(path.split("\\.", -1));
        if (!steps.getFirst().equals(PAYLOAD)) {
            return steps.size() == 1 && ENVELOPE.contains(path);
        }
        var at = schema;
        for (var step : steps.subList(1, steps.size())) {
            // The matcher looks into the elements of lists as if each stood there by itself.
            while (at.has("items")) {
                at = at.path("items");
            }
            if (OTHERWISE.stream().anyMatch(at::has)) {
                return true;
            }
            if (at.path("properties").has(step)) {
                at = at.path("properties").path(step);
            } else if (at.path("additionalProperties").isObject()) {
                at = at.path("additionalProperties");
            } else {
                // An object of which nothing is said may have anything; a text or a number has no parts.
                return !at.has("properties")
                        && at.path("type").asText("object").equals("object")
                        && at.path("additionalProperties").asBoolean(true);
            }
        }
        return true;
    }
}
