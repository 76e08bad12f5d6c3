package com.lifeverse.local.workflow.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Which items a Map has, and how it goes about them.
 *
 * @param items the list; without it the state's input is
 * @param selector what each iteration gets instead of its item
 * @param maxConcurrency a count; 0 means as many as there may be
 */
public record Spread(
        Optional<JsonNode> items,
        Optional<JsonNode> selector,
        Optional<JsonNode> maxConcurrency,
        Optional<JsonNode> toleratedCount,
        Optional<JsonNode> toleratedPercentage) {}
