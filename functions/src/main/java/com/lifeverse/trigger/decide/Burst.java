package com.lifeverse.trigger.decide;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The stretch of time of a burst.
 *
 * @param since when the first of its happenings happened
 * @param last when the last of them did
 */
public record Burst(Instant since, Instant last) {
    private static final long ALMOST_A_SECOND = 999_999_999;

    /** Whether what happens then belongs to a burst that this much calm ends. */
    boolean holds(Instant time, Duration calm) {
        return meets(new Burst(time, time), calm);
    }

    /** Whether both are one burst, if it is this much calm that ends them. */
    boolean meets(Burst other, Duration calm) {
        return other.since.isBefore(last.plus(calm)) && other.last.isAfter(since.minus(calm));
    }

    /** Both, and what lies between them. */
    Burst and(Burst other) {
        return new Burst(
                other.since.isBefore(since) ? other.since : since, other.last.isAfter(last) ? other.last : last);
    }

    /** In whole seconds around it. */
    Burst rounded() {
        return new Burst(
                since.truncatedTo(ChronoUnit.SECONDS),
                last.plusNanos(ALMOST_A_SECOND).truncatedTo(ChronoUnit.SECONDS));
    }
}
