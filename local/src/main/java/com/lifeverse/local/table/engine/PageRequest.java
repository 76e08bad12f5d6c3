package com.lifeverse.local.table.engine;

import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.expression.Condition;
import com.lifeverse.local.table.value.Value;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for a page of a query or a scan.
 *
 * @param range empty for a scan of the whole table
 * @param isForward false to go from the greatest key to the least
 * @param limit how many items are looked at, matching or not
 * @param after the key that the page before ended with
 * @param filter which of the items looked at are answered
 */
public record PageRequest(
        Optional<KeyRange> range,
        boolean isForward,
        int limit,
        Optional<Map<String, Value>> after,
        Optional<Bound<Condition>> filter) {}
