package com.lifeverse.local.workflow.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * How a Map is done by child executions.
 *
 * @param express whether they are Express executions
 * @param label names the run in ARNs
 * @param reader where the items are read from
 * @param batcher how many items one child gets
 * @param writer where the results go
 */
public record Distribution(
        boolean express,
        String label,
        Optional<JsonNode> reader,
        Optional<JsonNode> batcher,
        Optional<JsonNode> writer) {}
