package com.lifeverse.local.liveops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.util.List;
import java.util.Optional;

/** A plan of grants as staff hand it in: written so, or as {@code ./dev compensation --json} has reckoned it. */
public final class PlanFile {
    private PlanFile() {}

    /** The document to send; empty if there are no lines in it. What else is wrong with it is for whom it is sent to. */
    public static Optional<ObjectNode> read(JsonNode file) {
        var plan = file.has("result") ? file.path("result") : file;
        if (plan.path("lines").isArray() && plan instanceof ObjectNode written) {
            return Optional.of(written.deepCopy());
        }
        if (!plan.path("grants").isArray()) {
            return Optional.empty();
        }
        var document = Json.object().put("id", plan.path("id").asText()).put("incident", incident(plan));
        var lines = document.putArray("lines");
        for (var grant : plan.path("grants")) {
            var line = lines.addObject();
            for (var member : List.of("playerId", "item", "amount")) {
                line.set(member, grant.path(member));
            }
        }
        return Optional.of(document);
    }

    private static String incident(JsonNode plan) {
        return "%s from %s to %s"
                .formatted(
                        plan.path("event").asText(),
                        plan.path("from").asText(),
                        plan.path("to").asText());
    }
}
