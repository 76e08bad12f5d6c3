package com.lifeverse.local.simulate;

/**
 * Seeds that follow each other, from {@code first} to {@code last}, both included: at least one, and no more than can be
 * counted.
 */
public record SeedRange(long first, long last) {
    public SeedRange {
        if (last < first || (last - first) + 1 <= 0) {
            throw new IllegalArgumentException("There are no seeds %d..%d".formatted(first, last));
        }
    }

    public static SeedRange only(long seed) {
        return new SeedRange(seed, seed);
    }

    /** So many of them, from {@code first} on. */
    public static SeedRange from(long first, long count) {
        if (count < 1 || first + (count - 1) < first) {
            throw new IllegalArgumentException("There are no %d seeds from %d on".formatted(count, first));
        }
        return new SeedRange(first, first + (count - 1));
    }

    public long count() {
        return last - first + 1;
    }

    @Override
    public String toString() {
        return first + ".." + last;
    }
}
