package com.lifeverse.local.function;

import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of a function's asynchronous events.
 *
 * @param retries how often an event is tried again after a function error, 0 to 2
 * @param maximumAge after which an event is given up, at most 6 hours
 * @param onSuccess the ARN that is told of each event that succeeded
 * @param onFailure the ARN that gets each event that was given up
 */
public record AsyncSettings(int retries, Duration maximumAge, Optional<String> onSuccess, Optional<String> onFailure) {
    /** What AWS does when nothing is declared. */
    public static final AsyncSettings DEFAULT =
            new AsyncSettings(2, Duration.ofHours(6), Optional.empty(), Optional.empty());
}
