package com.lifeverse.session.group.follow;

import java.time.Duration;
import java.util.Arrays;

/** How long a timer sleeps at a time: each is a queue of that delay, and the longest is the longest that SQS has. */
public enum Wait {
    QUARTER_HOUR("quarter-hour", Duration.ofMinutes(15)),
    MINUTE("minute", Duration.ofMinutes(1)),
    SECONDS("seconds", Duration.ofSeconds(10));

    private final String slug;
    private final Duration length;

    Wait(String slug, Duration length) {
        this.slug = slug;
        this.length = length;
    }

    public String slug() {
        return slug;
    }

    public Duration length() {
        return length;
    }

    /** The longest that does not sleep past what is left, or else the shortest: so a timer rings at most ten seconds late. */
    public static Wait within(Duration left) {
        return Arrays.stream(values())
                .filter(wait -> wait.length.compareTo(left) <= 0)
                .findFirst()
                .orElse(SECONDS);
    }
}
