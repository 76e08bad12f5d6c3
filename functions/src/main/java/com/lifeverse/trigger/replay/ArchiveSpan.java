package com.lifeverse.trigger.replay;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where in the archive stands what happened from one moment to before another. A file is named by the UTC hour in which the oldest of its events
 * arrived: so what happened at the beginning may be in a file of the hour before, and what was told late in one of later hours.
 *
 * @param from the first moment
 * @param to the first moment after it
 * @param late how long after it happened an event may have been told; what came later still is not found
 */
public record ArchiveSpan(Instant from, Instant to, Duration late) {
    /** Longer than an archive holds an event back before it writes a file. */
    private static final Duration HELD_BACK = Duration.ofMinutes(15);

    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern(
                    "'events/dt='yyyy-MM-dd'/hr='HH'/'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public ArchiveSpan {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A span ends after it begins");
        }
        if (late.isNegative()) {
            throw new IllegalArgumentException("Nothing is told before it happens");
        }
    }

    /** The folders in which it may stand, in order, such as {@code events/dt=2026-11-21/hr=15/}. */
    public Stream<String> folders() {
        var last = to.plus(late);
        return Stream.iterate(
                        from.minus(HELD_BACK).truncatedTo(ChronoUnit.HOURS),
                        hour -> hour.isBefore(last),
                        hour -> hour.plus(1, ChronoUnit.HOURS))
                .map(FOLDER::format);
    }

    /** Whether it is of this span what happened then. */
    public boolean holds(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
