package com.lifeverse.local.table.schema;

import java.time.Duration;
import java.time.Instant;

/**
 * Warm throughput: what a table takes at once. It only grows, and not at once; AWS needs minutes for it.
 *
 * @param read units a second that were asked for
 * @param write the same for writes
 * @param readBefore what it takes until it has them
 * @param writeBefore the same for writes
 * @param since when they were asked for
 */
public record Warmth(long read, long write, long readBefore, long writeBefore, Instant since) {
    /** What every table on demand takes. */
    public static final Warmth FIRST = new Warmth(12_000, 4_000, 12_000, 4_000, Instant.EPOCH);

    private static final Duration TAKES = Duration.ofMinutes(6);

    /** True while it still becomes warmer. */
    public boolean isGrowing(Instant now) {
        return now.isBefore(since.plus(TAKES));
    }

    /** Read units that it takes then. */
    public long readAt(Instant now) {
        return isGrowing(now) ? readBefore : read;
    }

    /** Write units that it takes then. */
    public long writeAt(Instant now) {
        return isGrowing(now) ? writeBefore : write;
    }

    /** The same, asked for more; what is not more changes nothing. */
    public Warmth changedTo(long wantedRead, long wantedWrite, Instant now) {
        return wantedRead == read && wantedWrite == write
                ? this
                : new Warmth(wantedRead, wantedWrite, readAt(now), writeAt(now), now);
    }
}
