package com.lifeverse.liveops.capacity;

import com.lifeverse.platform.Bounds;

/**
 * Every number of units of a table, for a second each.
 *
 * @param reads read units in the busiest hour of a usual week
 * @param writes write units in that hour
 * @param mostReads the table is never made ready for more: it is charged for once, and stays
 * @param mostWrites the same for write units
 */
public record Units(int reads, int writes, int mostReads, int mostWrites) {
    /** So that 13.000000000000002 is 13. */
    private static final double ROUNDING = 1e-9;

    /** What every account may ask of a table; more is a quota that somebody has to ask for. */
    private static final int ACCOUNTS = 40_000;

    public Units {
        Bounds.hold(reads >= 0, "reads must not be negative");
        Bounds.hold(writes >= 0, "writes must not be negative");
        Bounds.hold(mostReads >= 0 && mostReads <= ACCOUNTS, "mostReads must be 0 to 40000");
        Bounds.hold(mostWrites >= 0 && mostWrites <= ACCOUNTS, "mostWrites must be 0 to 40000");
    }

    /** So many read units for that many times the usual load; 0 for the usual load, which needs no care. */
    public long readsAt(double factor) {
        return factor > 1 ? Math.min(mostReads, times(reads, factor)) : 0;
    }

    /** The same for write units. */
    public long writesAt(double factor) {
        return factor > 1 ? Math.min(mostWrites, times(writes, factor)) : 0;
    }

    static long times(int usual, double factor) {
        return (long) Math.ceil(usual * factor - ROUNDING);
    }
}
