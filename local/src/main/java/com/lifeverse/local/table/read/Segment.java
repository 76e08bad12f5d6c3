package com.lifeverse.local.table.read;

import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.KeyBytes;
import com.lifeverse.local.table.value.Value;
import java.util.Map;

/**
 * One part of a scan that is made in {@code total} parts: items with one hash key are in one part.
 *
 * @param number from 0 on
 */
public record Segment(int number, int total) {
    boolean contains(KeySchema keys, Map<String, Value> item) {
        var hash = item.get(keys.hash().name());
        return hash == null || Math.floorMod(KeyBytes.of(hash).hashCode() * 0x9E3779B1, total) == number;
    }

    void requireStart(KeySchema keys, Map<String, Value> start) {
        if (!contains(keys, start)) {
            throw new InvalidRequest("The provided starting key is invalid: Invalid ExclusiveStartKey. "
                    + "Please use ExclusiveStartKey with correct Segment. TotalSegments: " + total + " Segment: "
                    + number);
        }
    }
}
