package com.lifeverse.local.table.schema;

import java.time.Instant;
import java.util.Optional;

/**
 * Provisioned throughput: kept and shown, though nothing is ever throttled for it.
 *
 * @param read units a second
 * @param write units a second
 * @param increasedAt when it was last made more
 * @param decreasedAt when it was last made less
 * @param decreases how often that was
 */
public record Throughput(
        long read, long write, Optional<Instant> increasedAt, Optional<Instant> decreasedAt, int decreases) {
    public static Throughput of(long read, long write) {
        return new Throughput(read, write, Optional.empty(), Optional.empty(), 0);
    }

    /** True if {@code other} asks for as much. */
    public boolean isSameAs(Throughput other) {
        return read == other.read && write == other.write;
    }

    /** As {@code wanted}, with the history of this one. */
    public Throughput changedTo(Throughput wanted, Instant now) {
        boolean isMore = wanted.read > read || wanted.write > write;
        boolean isLess = wanted.read < read || wanted.write < write;
        return new Throughput(
                wanted.read,
                wanted.write,
                isMore ? Optional.of(now) : increasedAt,
                isLess ? Optional.of(now) : decreasedAt,
                isLess ? decreases + 1 : decreases);
    }
}
