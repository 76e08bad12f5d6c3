package com.lifeverse.local.identity.custom;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a custom resource's function answered: it was made, or why not. */
sealed interface Response {
    /**
     * It is there.
     *
     * @param data the resource's attributes
     */
    record Success(String physicalId, Map<String, String> data) implements Response {
        public Success {
            data = Map.copyOf(data);
        }
    }

    /** It could not be made. */
    record Failed(String reason) implements Response {}

    /** Reads the document that the function put to the response address. */
    static Response parse(String body) {
        return Json.parse(body)
                .map(Response::of)
                .orElseGet(() -> new Failed("the function answered what is no JSON: " + body));
    }

    private static Response of(JsonNode node) {
        var status = node.path("Status").asText();
        if (!status.equals("SUCCESS")) {
            return new Failed(node.path("Reason").asText("the function answered the status '" + status + "'"));
        }
        var physicalId = node.path("PhysicalResourceId").asText();
        if (physicalId.isEmpty()) {
            return new Failed("the function answered no PhysicalResourceId");
        }
        var data = new LinkedHashMap<String, String>();
        node.path("Data")
                .properties()
                .forEach(entry -> data.put(
                        entry.getKey(),
                        entry.getValue().isValueNode()
                                ? entry.getValue().asText()
                                : entry.getValue().toString()));
        return new Success(physicalId, data);
    }
}
