package com.lifeverse.trigger.spec;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A tumbling stretch of time. Stretches are laid end to end from 1970-01-01T00:00Z, so that one of {@code P1D} is the UTC day.
 *
 * @param length whole seconds, from one minute to 31 days
 */
public record Span(Duration length) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration DAY = Duration.ofDays(1);

    public Span {
        if (length.compareTo(SHORTEST) < 0
                || length.compareTo(LONGEST) > 0
                || !length.equals(length.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("A span has whole seconds, from %s to %s".formatted(SHORTEST, LONGEST));
        }
    }

    /** The first instant of the stretch that {@code time} lies in. */
    public Instant start(Instant time) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), length.toSeconds()) * length.toSeconds());
    }

    /** The first instant after that stretch. */
    public Instant end(Instant time) {
        return start(time).plus(length);
    }

    /** True if both lie in the same stretch. */
    public boolean holdsBoth(Instant time, Instant other) {
        return start(time).equals(start(other));
    }

    /**
     * The stretch's name: its day; where it is of another length, that too, such as {@code 2026-11-19.P7D}, and its start where that
     * is no day. A stretch of another length never has the same: what was done in one is not taken for what is to be done in the other.
     */
    public String name(Instant time) {
        var start = start(time);
        boolean whole = length.toSeconds() % DAY.toSeconds() == 0;
        var begins = whole ? start.atOffset(ZoneOffset.UTC).toLocalDate().toString() : start.toString();
        return length.equals(DAY) ? begins : begins + "." + (whole ? "P" + length.toDays() + "D" : length);
    }
}
