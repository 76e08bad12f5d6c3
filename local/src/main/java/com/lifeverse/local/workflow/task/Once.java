package com.lifeverse.local.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lets the effect of an attempt and the memory of it be one write: if the process ends before the execution has moved on,
 * the attempt is made again and finds its answer instead of doing it twice.
 */
@FunctionalInterface
public interface Once {
    /** Makes {@code effect} happen unless it has, and returns what came of it. Never invoke a function in there. */
    JsonNode keep(Supplier<JsonNode> effect);

    /** Every time anew, for effects that nobody repeats. */
    static Once never() {
        return Supplier::get;
    }

    /** As {@link #keep}, but an operation that only reads is made again: its answer is not worth a write. */
    default JsonNode keep(String operation, Supplier<JsonNode> effect) {
        boolean reads = List.of("get", "list", "describe", "query", "scan", "batchGet", "transactGet", "head").stream()
                .anyMatch(operation::startsWith);
        return reads ? effect.get() : keep(effect);
    }
}
