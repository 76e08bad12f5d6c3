package com.lifeverse.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How long a delivery is tried.
 *
 * @param maximumRetries tries after the first one, 0..185
 * @param maximumAge after which it is given up, at most 24 hours
 */
public record RetryPolicy(int maximumRetries, Duration maximumAge) {
    /** What EventBridge does when nothing else is said. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(185, Duration.ofDays(1));

    /** In seconds. */
    public static final long SHORTEST_AGE = 60;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /**
     * The {@code RetryPolicy} of a target, with the defaults for what it leaves out.
     *
     * @throws IllegalArgumentException if a number of it is not between its limits
     */
    public static RetryPolicy of(JsonNode declared) {
        requireBetween(declared, "MaximumRetryAttempts", 0, DEFAULT.maximumRetries);
        requireBetween(declared, "MaximumEventAgeInSeconds", SHORTEST_AGE, DEFAULT.maximumAge.toSeconds());
        return new RetryPolicy(
                declared.path("MaximumRetryAttempts").asInt(DEFAULT.maximumRetries),
                Duration.ofSeconds(declared.path("MaximumEventAgeInSeconds").asLong(DEFAULT.maximumAge.toSeconds())));
    }

    /**
     * The wait before a retry: it doubles from a second to ten minutes, which spreads 185 of them over a day. The jitter
     * is taken from the delivery's id, so that the same run has the same waits.
     */
    Duration waitBefore(int retry, String deliveryId) {
        long whole = retry > 20 ? Long.MAX_VALUE : 1000L << (retry - 1);
        long longest = Math.min(LONGEST_WAIT.toMillis(), whole);
        var random = new SplittableRandom(31L * deliveryId.hashCode() + retry);
        return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
    }

    private static void requireBetween(JsonNode declared, String name, long least, long most) {
        long value = declared.path(name).asLong(most);
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s is %d to %d".formatted(name, least, most));
        }
    }
}
