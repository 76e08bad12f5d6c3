package com.lifeverse.liveops.plan;

import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.calendar.Occurrence;
import com.lifeverse.liveops.calendar.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an event is at on each of some days (UTC), for whoever in the world has it furthest: {@code ACTIVE} on a day if it runs for anybody
 * at any moment of that day, else {@code PREVIEW}, else {@code REVIEW}, else {@code HIDDEN}.
 */
public record DayPlan(LocalDate from, List<Phase> days) {
    /** More than a year is no plan. */
    private static final int MOST = 400;

    public DayPlan {
        days = List.copyOf(days);
    }

    /**
     * The plan of so many days.
     *
     * @throws IllegalArgumentException if there are none, or more than 400
     */
    public static DayPlan of(EventCalendar calendar, LocalDate from, int days) {
        if (days < 1 || days > MOST) {
            throw new IllegalArgumentException("A plan is of 1 to " + MOST + " days");
        }
        return new DayPlan(
                from,
                IntStream.range(0, days)
                        .mapToObj(day -> phase(calendar, from.plusDays(day)))
                        .toList());
    }

    private static Phase phase(EventCalendar calendar, LocalDate day) {
        var begin = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        var end = day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        // Whoever has it last tells which are not over yet; whoever has it first, which have begun.
        var around = calendar.occurrences(begin, Reach.LAST)
                .map(last -> new Both(calendar.occurrence(last.name(), Reach.FIRST), last))
                .takeWhile(both -> both.first().announced().isBefore(end))
                .toList();
        if (around.stream().anyMatch(both -> both.runs(begin, end))) {
            return Phase.ACTIVE;
        }
        if (around.stream().anyMatch(both -> both.last().starts().isAfter(begin))) {
            return Phase.PREVIEW;
        }
        return around.isEmpty() ? Phase.HIDDEN : Phase.REVIEW;
    }

    private record Both(Occurrence first, Occurrence last) {
        boolean runs(Instant begin, Instant end) {
            return first.starts().isBefore(end) && last.ends().isAfter(begin);
        }
    }
}
