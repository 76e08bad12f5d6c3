package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One event of an execution's history.
 *
 * @param details the event's one details member, such as {@code stateEnteredEventDetails}, or nothing
 */
public record HistoryEvent(long id, long previousEventId, Instant timestamp, String type, ObjectNode details) {}
