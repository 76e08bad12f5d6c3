package com.lifeverse.local.http.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Lets through {@code rate} requests a second on average and up to {@code burst} at once. */
final class TokenBucket {
    private final double rate;
    private final double burst;
    private final InstantSource clock;
    private double tokens;
    private Instant filledAt;

    TokenBucket(double rate, double burst, InstantSource clock) {
        this.rate = rate;
        this.burst = burst;
        this.clock = clock;
        this.tokens = burst;
        this.filledAt = clock.instant();
    }

    /** Takes a token if there is one. */
    synchronized boolean take() {
        var now = clock.instant();
        if (now.isAfter(filledAt)) {
            tokens = Math.min(
                    burst, tokens + rate * Duration.between(filledAt, now).toNanos() / 1e9);
            filledAt = now;
        }
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }
}
