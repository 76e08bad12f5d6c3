package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.calendar.Occurrence;
import com.lifeverse.liveops.plan.Reach;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The occurrences of an event that have begun for somebody and are not settled, in order, as they are where clocks are behind all others.
 *
 * @param occurrences none is left out, unless there are too many of them: then they are {@link #MOST}
 */
record Unsettled(EventCalendar calendar, List<Occurrence> occurrences, boolean tooMany) {
    /** Each hour of a year has one, and more: some milliseconds of reckoning. */
    static final int MOST = 10_000;

    Unsettled {
        occurrences = List.copyOf(occurrences);
    }

    /**
     * At that moment.
     *
     * @param grace how long after an occurrence is over it is settled
     */
    static Unsettled of(EventCalendar calendar, Duration grace, Instant now) {
        var found = calendar.occurrences(now.minus(grace), Reach.LAST)
                .takeWhile(last -> !now.isBefore(
                        calendar.occurrence(last.name(), Reach.FIRST).starts()))
                .limit(MOST + 1L)
                .toList();
        boolean tooMany = found.size() > MOST;
        return new Unsettled(calendar, tooMany ? found.subList(0, MOST) : found, tooMany);
    }

    /** What is wrong where there are more than {@link #MOST}. */
    static Finding tooMany(String code, String what) {
        return Finding.error(
                code,
                "/when",
                "more than %d occurrences %s, which are too many to look at each: leave start, clocks, rule, length and rewards as they are; or withdraw the event, and publish it under another name"
                        .formatted(MOST, what));
    }

    /** Those that the other calendar does not have, or begins at another moment. */
    Stream<Occurrence> otherwise(EventCalendar wanted) {
        var names = names(wanted);
        return occurrences.stream().filter(last -> !names.contains(last.name()) || !isSame(wanted, last.name()));
    }

    /** Those that the other calendar has too, be it at another moment. */
    Stream<Occurrence> shared(EventCalendar wanted) {
        var names = names(wanted);
        return occurrences.stream().filter(last -> names.contains(last.name()));
    }

    private Set<LocalDateTime> names(EventCalendar wanted) {
        return occurrences.isEmpty()
                ? Set.of()
                : wanted.names(
                        occurrences.getFirst().name(), occurrences.getLast().name());
    }

    private boolean isSame(EventCalendar wanted, LocalDateTime name) {
        return Stream.of(Reach.FIRST, Reach.LAST)
                .allMatch(offset -> calendar.occurrence(name, offset)
                        .starts()
                        .equals(wanted.occurrence(name, offset).starts()));
    }
}
