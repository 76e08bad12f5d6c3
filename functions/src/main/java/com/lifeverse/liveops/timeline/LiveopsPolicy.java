package com.lifeverse.liveops.timeline;

import com.lifeverse.platform.Bounds;
import java.time.Duration;

/**
 * The numbers of live events.
 *
 * @param life how long a timeline may be relied on; made anew in half that time at the latest
 * @param poll how long caches and clients may go without asking again
 * @param memory how long a function may go without asking which timeline is the newest
 * @param occurrences of one event in it at most; what runs for somebody, and one before and after that, always are
 * @param largestBytes of one timeline at most
 * @param late a flip that is told later than that is told to whoever is on call
 */
public record LiveopsPolicy(
        Duration life, Duration poll, Duration memory, int occurrences, int largestBytes, Duration late) {
    public LiveopsPolicy {
        Bounds.hold(life.compareTo(Duration.ofHours(2)) >= 0, "life must be 2 hours at least");
        Bounds.hold(poll.isPositive() && poll.toMinutes() < 5, "poll must be positive and less than 5 minutes");
        Bounds.hold(memory.isPositive() && memory.compareTo(poll) <= 0, "memory must be positive and poll at most");
        Bounds.hold(occurrences >= 1 && occurrences <= 10, "occurrences must be 1 to 10");
        Bounds.hold(
                largestBytes >= 1024 && largestBytes <= 65_536,
                "largestBytes must be 1024 to 65536, for phones read it");
        Bounds.hold(late.isPositive(), "late must be positive");
    }
}
