package com.lifeverse.local.workflow.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What ItemBatcher makes of the inputs of children: one input for several. */
final class Batches {
    private Batches() {}

    /** The batches, or the inputs themselves if there is no batcher. */
    static List<JsonNode> of(List<JsonNode> inputs, Optional<JsonNode> batcher) {
        if (batcher.isEmpty()) {
            return inputs;
        }
        var batches = new ArrayList<JsonNode>();
        for (var batch : ItemSource.batches(inputs, batcher.get())) {
            var input = Json.object();
            if (batcher.get().has("BatchInput")) {
                input.set("BatchInput", batcher.get().get("BatchInput"));
            }
            batch.forEach(input.putArray("Items")::add);
            batches.add(input);
        }
        return batches;
    }
}
