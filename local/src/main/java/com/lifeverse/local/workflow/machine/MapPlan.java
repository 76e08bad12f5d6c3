package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * How a Map goes about its items, evaluated.
 *
 * @param concurrency the most iterations at a time; 0 means as many as there may be
 * @param toleratedCount how many items may fail; null if none was said
 * @param toleratedPercentage the share of items that may fail; null if none was said
 * @param reader where the items are read from; null if they are the state's own
 * @param batcher how many items a child gets; null if one
 * @param writer where the results go; null if they are the state's result
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MapPlan(
        int concurrency,
        @Nullable Long toleratedCount,
        @Nullable Double toleratedPercentage,
        @Nullable JsonNode reader,
        @Nullable JsonNode batcher,
        @Nullable JsonNode writer) {
    /** Where items come from that a state was given. */
    static final String STATE_DATA = "STATE_DATA";

    /** Where the items come from, as the context object tells it. */
    String source() {
        if (reader == null) {
            return STATE_DATA;
        }
        var arguments = reader.path("Arguments");
        var bucket = "S3://" + arguments.path("Bucket").asText();
        return arguments.has("Key") ? bucket + "/" + arguments.path("Key").asText() : bucket;
    }
}
