package com.lifeverse.local.table.index;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a write costs, part by part.
 *
 * @param table units of the table itself
 * @param global units of each global index that it touches, by name
 * @param local units of each local index that it touches, by name
 */
public record WriteUnits(long table, Map<String, Long> global, Map<String, Long> local) {
    /** A write that touches no index. */
    public static WriteUnits of(long table) {
        return new WriteUnits(table, Map.of(), Map.of());
    }

    /** Units of the table and all indexes. */
    public long total() {
        return table + sum(global) + sum(local);
    }

    /** The same in a transaction, which is made in {@code phases} that all cost. */
    public WriteUnits times(int phases) {
        return new WriteUnits(phases * table, times(global, phases), times(local, phases));
    }

    private static long sum(Map<String, Long> units) {
        long sum = 0;
        for (long each : units.values()) {
            sum += each;
        }
        return sum;
    }

    private static Map<String, Long> times(Map<String, Long> units, int phases) {
        if (units.isEmpty()) {
            return units;
        }
        var all = new LinkedHashMap<String, Long>();
        units.forEach((name, each) -> all.put(name, phases * each));
        return all;
    }
}
