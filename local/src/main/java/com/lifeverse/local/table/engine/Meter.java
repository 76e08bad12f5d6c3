package com.lifeverse.local.table.engine;

import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** Counts all that a table has cost since it was opened, refused writes too, which AWS charges but never reports. */
public final class Meter {
    /**
     * A reading.
     *
     * @param readUnits units of reads
     * @param writeUnits units of all writes
     * @param refusedWriteUnits those of them that went to writes whose condition did not hold
     */
    public record Reading(double readUnits, long writeUnits, long refusedWriteUnits) {}

    private final DoubleAdder read = new DoubleAdder();
    private final LongAdder written = new LongAdder();
    private final LongAdder refused = new LongAdder();

    public void read(double units) {
        read.add(units);
    }

    public void written(long units) {
        written.add(units);
    }

    public void refused(long units) {
        written.add(units);
        refused.add(units);
    }

    public Reading reading() {
        return new Reading(read.sum(), written.sum(), refused.sum());
    }
}
