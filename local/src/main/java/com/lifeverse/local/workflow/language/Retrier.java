package com.lifeverse.local.workflow.language;

import java.time.Duration;
import java.util.Optional;

/**
 * When and how a failed task is tried again.
 *
 * @param maxAttempts tries after the first one; 0 means none
 * @param fullJitter whether each delay is drawn between nothing and the delay reckoned
 */
public record Retrier(
        ErrorNames errors,
        Duration interval,
        int maxAttempts,
        double backoffRate,
        Optional<Duration> maxDelay,
        boolean fullJitter) {

    /** The delay before retry number {@code retry}, from 0 on. */
    public Duration delay(int retry, Chance chance) {
        double seconds = interval.toMillis() / 1000.0 * Math.pow(backoffRate, retry);
        double bounded = Math.min(
                seconds, maxDelay.map(longest -> longest.toMillis() / 1000.0).orElse(seconds));
        return Duration.ofMillis(Math.round(bounded * 1000 * (fullJitter ? chance.jitter() : 1)));
    }
}
