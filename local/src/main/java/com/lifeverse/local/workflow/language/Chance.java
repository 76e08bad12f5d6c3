package com.lifeverse.local.workflow.language;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** The only source of randomness in a workflow: jitter, {@code $random}, {@code $uuid} and made-up ids. */
public interface Chance {
    /** From 0 (inclusive) to 1 (exclusive), for {@code $random}. */
    double fraction();

    /** The share of its longest delay that a retry with full jitter waits, from 0 to 1. */
    double jitter();

    /** A UUID of version 4. */
    UUID uuid();

    /** Chance drawn from {@code random}, which has to be safe for many threads if the stack runs in real time. */
    static Chance of(RandomGenerator random) {
        return new Drawn(random, false);
    }

    /** As {@link #of}, but every jittered delay is the longest one: elapsed times are then the worst case. */
    static Chance longestDelays(RandomGenerator random) {
        return new Drawn(random, true);
    }

    /** Chance from a generator. */
    record Drawn(RandomGenerator random, boolean longest) implements Chance {
        @Override
        public double fraction() {
            return random.nextDouble();
        }

        @Override
        public double jitter() {
            return longest ? 1.0 : random.nextDouble();
        }

        @Override
        public UUID uuid() {
            long most = (random.nextLong() & ~0xF000L) | 0x4000L;
            long least = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(most, least);
        }
    }
}
