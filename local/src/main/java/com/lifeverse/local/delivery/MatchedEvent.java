package com.lifeverse.local.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * An event that a rule has matched, as its targets' inputs are made from it.
 *
 * @param text the event as it is passed on
 * @param tree the same, parsed
 * @param ingestedAt when the bus took it
 */
public record MatchedEvent(String text, ObjectNode tree, String ruleArn, String ruleName, Instant ingestedAt) {}
