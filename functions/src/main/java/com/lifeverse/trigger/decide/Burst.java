package com.lifeverse.trigger.decide;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

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

    /** With all of these, oldest first, that belong to it or to what belongs to it. */
    Burst around(List<Instant> times, Duration calm) {
        var whole = this;
        for (var time : times) {
            whole = whole.holds(time, calm) ? whole.and(new Burst(time, time)) : whole;
        }
        for (var time : times.reversed()) {
            whole = whole.holds(time, calm) ? whole.and(new Burst(time, time)) : whole;
        }
        return whole;
    }

    /** Whether that is within it. */
    boolean covers(Instant time) {
        return !time.isBefore(since) && !time.isAfter(last);
    }

    /** In whole seconds around it. */
    Burst rounded() {
        return new Burst(
                since.truncatedTo(ChronoUnit.SECONDS),
                last.plusNanos(ALMOST_A_SECOND).truncatedTo(ChronoUnit.SECONDS));
    }
}
