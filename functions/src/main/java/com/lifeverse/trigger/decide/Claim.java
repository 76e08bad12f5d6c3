package com.lifeverse.trigger.decide;

import java.time.Instant;

/**
 * What a firing takes from what all players share. It fires only if it gets it.
 *
 * @param pool {@code cap} or {@code budget}
 * @param stretch the name of the stretch of time that the pool is for
 * @param amount how much: firings, or millionths of a US dollar
 * @param most how much there is in all
 * @param until when the next stretch begins
 */
public record Claim(String pool, String stretch, long amount, long most, Instant until) {
    static final String BUDGET = "budget";

    /** Whether it is money that is claimed. */
    public boolean isMoney() {
        return pool.equals(BUDGET);
    }
}
