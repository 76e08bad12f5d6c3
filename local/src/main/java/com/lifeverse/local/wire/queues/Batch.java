package com.lifeverse.local.wire.queues;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.wire.JsonRefusal;
import java.util.HashSet;
import java.util.function.Function;

/** Up to ten entries of one request, each done or refused alone. */
final class Batch {
    private static final int MOST = 10;

    private Batch() {}

    static JsonNode each(JsonNode request, Function<JsonNode, ObjectNode> done) {
        var entries = request.path("Entries");
        requireEntries(entries);
        var response = Json.object();
        var successful = response.putArray("Successful");
        var failed = Json.object().putArray("Failed");
        for (var entry : entries) {
            var id = entry.path("Id").asText();
            try {
                successful.add(done.apply(entry).put("Id", id));
            } catch (JsonRefusal e) {
                failed.addObject()
                        .put("Id", id)
                        .put("SenderFault", true)
                        .put("Code", QueueFault.code(e))
                        .put("Message", e.getMessage());
            }
        }
        if (!failed.isEmpty()) {
            response.set("Failed", failed);
        }
        return response;
    }

    private static void requireEntries(JsonNode entries) {
        if (entries.isEmpty()) {
            throw QueueFault.EMPTY_BATCH.because("There should be at least one entry in the request.");
        }
        if (entries.size() > MOST) {
            throw QueueFault.LONG_BATCH.because(
                    "Maximum number of entries per request are 10. You have sent " + entries.size() + ".");
        }
        var ids = new HashSet<String>();
        for (var entry : entries) {
            var id = entry.path("Id").asText();
            if (!id.matches("[0-9A-Za-z_-]{1,80}")) {
                throw QueueFault.INVALID_ID.because(
                        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at"
                                + " most 80 letters long.");
            }
            if (!ids.add(id)) {
                throw QueueFault.SAME_IDS.because("Id " + id + " repeated.");
            }
        }
    }
}
