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
        @Nullable JsonNode writer) {}
