package com.lifeverse.liveops.plan;

import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.calendar.Occurrence;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * When an event happens next, and how players around the world have it.
 *
 * @param next its next occurrences
 * @param table the first of them by zone; empty if there is none
 */
public record Outlook(List<Reach> next, List<Row> table) {
    /** An occurrence by the clocks of one zone. */
    public record Row(
            ZoneId zone,
            LocalDateTime announced,
            LocalDateTime starts,
            LocalDateTime endingSoon,
            LocalDateTime ends,
            LocalDateTime over) {
        private static Row of(Occurrence occurrence, ZoneId zone) {
            return new Row(
                    zone,
                    LocalDateTime.ofInstant(occurrence.announced(), zone),
                    LocalDateTime.ofInstant(occurrence.starts(), zone),
                    LocalDateTime.ofInstant(occurrence.endingSoon(), zone),
                    LocalDateTime.ofInstant(occurrence.ends(), zone),
                    LocalDateTime.ofInstant(occurrence.over(), zone));
        }
    }

    public Outlook {
        next = List.copyOf(next);
        table = List.copyOf(table);
    }

    /** The occurrences that run for somebody, or are to come, {@code many} at most. */
    public static Outlook of(EventCalendar calendar, Instant now, int many) {
        var next = Reach.of(calendar, now, many);
        var table = next.stream()
                .limit(1)
                .flatMap(reach -> WorldClock.ZONES.stream().map(zone -> row(calendar, reach.name(), zone)))
                .toList();
        return new Outlook(next, table);
    }

    private static Row row(EventCalendar calendar, LocalDateTime name, ZoneId zone) {
        return Row.of(calendar.occurrence(name, zone.getRules().getOffset(name)), zone);
    }
}
