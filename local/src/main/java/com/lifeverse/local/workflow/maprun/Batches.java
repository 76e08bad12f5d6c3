package com.lifeverse.local.workflow.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What ItemBatcher makes of the inputs of children: one input for several. Takes no more of them at a time. */
public final class Batches implements Iterator<JsonNode> {
    private static final long MOST_BYTES = 262_144;

    private final Iterator<JsonNode> inputs;
    private final JsonNode batcher;
    private @Nullable JsonNode left;

    private Batches(Iterator<JsonNode> inputs, JsonNode batcher) {
        this.inputs = inputs;
        this.batcher = batcher;
    }

    /** The batches, or the inputs themselves if there is no batcher. */
    public static Iterator<JsonNode> of(Iterator<JsonNode> inputs, Optional<JsonNode> batcher) {
        return batcher.isEmpty() ? inputs : new Batches(inputs, batcher.get());
    }

    @Override
    public boolean hasNext() {
        return left != null || inputs.hasNext();
    }

    @Override
    public JsonNode next() {
        if (!hasNext()) {
            throw new NoSuchElementException("There are no more batches");
        }
        var batch = batch();
        var input = Json.object();
        if (batcher.has("BatchInput")) {
            input.set("BatchInput", batcher.get("BatchInput"));
        }
        batch.forEach(input.putArray("Items")::add);
        return input;
    }

    private List<JsonNode> batch() {
        long most = batcher.path("MaxItemsPerBatch").asLong(Long.MAX_VALUE);
        long bytes = batcher.path("MaxInputBytesPerBatch").asLong(MOST_BYTES);
        var batch = new ArrayList<JsonNode>();
        long size = 0;
        while (hasNext() && batch.size() < most) {
            var item = left != null ? left : inputs.next();
            left = null;
            size += Json.bytes(item);
            if (size > bytes && !batch.isEmpty()) {
                left = item;
                break;
            }
            batch.add(item);
        }
        return batch;
    }
}
