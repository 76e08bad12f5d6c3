package com.lifeverse.local.table.read;

import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.expression.Condition;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Asks for a page of a query or a scan.
 *
 * @param range empty for a scan
 * @param isForward false to go from the greatest key to the least
 * @param limit how many items are looked at, matching or not
 * @param after the key that the page before ended with
 * @param segment which part of a scan
 * @param filter which of the items looked at are answered
 * @param whole from an entry of an index to the item of the table; empty if what the source holds will do
 */
public record PageRequest(
        Optional<KeyRange> range,
        boolean isForward,
        int limit,
        Optional<Map<String, Value>> after,
        Optional<Segment> segment,
        Optional<Bound<Condition>> filter,
        Optional<UnaryOperator<Item>> whole) {}
