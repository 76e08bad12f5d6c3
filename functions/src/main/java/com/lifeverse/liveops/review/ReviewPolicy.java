package com.lifeverse.liveops.review;

import com.lifeverse.platform.Bounds;
import java.time.Duration;

/**
 * The numbers of reviews of live events.
 *
 * @param lapses how long a review waits for its answer
 * @param reminds how often the event's owner is reminded of it
 * @param escalates how long before it lapses those are told who are to be called
 */
public record ReviewPolicy(Duration lapses, Duration reminds, Duration escalates) {
    public ReviewPolicy {
        Bounds.hold(
                lapses.compareTo(Duration.ofHours(1)) >= 0 && lapses.compareTo(Duration.ofDays(90)) <= 0,
                "lapses must be an hour to 90 days");
        // A run has 25,000 steps to remember.
        Bounds.hold(
                reminds.compareTo(lapses.dividedBy(500)) >= 0 && reminds.compareTo(Duration.ofMinutes(1)) >= 0,
                "reminds must be a minute at least, and 500 times at most until a review lapses");
        Bounds.hold(
                escalates.isPositive() && escalates.compareTo(lapses) < 0,
                "escalates must be positive and less than lapses");
    }
}
