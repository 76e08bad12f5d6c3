package com.lifeverse.liveops.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * One time that a live event happens, as one player has it. Each phase lasts from its moment until the next phase's.
 *
 * @param name the start by the event's clocks, which is the same for all players: {@code 2026-12-04T18:00}
 * @param announced when its preview begins
 * @param starts when it begins to run
 * @param endingSoon when its last stretch begins, not before its start
 * @param ends when it no longer runs
 * @param over when its review ends
 */
public record Occurrence(
        LocalDateTime name, Instant announced, Instant starts, Instant endingSoon, Instant ends, Instant over) {

    static Occurrence of(LocalDateTime name, EventCalendar calendar, ZoneOffset player) {
        var start = calendar.clocks().at(name, player);
        var end = calendar.length().after(start);
        var soon = calendar.stages().endingSoon().before(end);
        return new Occurrence(
                name,
                calendar.stages().preview().before(start).toInstant(),
                start.toInstant(),
                soon.isBefore(start) ? start.toInstant() : soon.toInstant(),
                end.toInstant(),
                calendar.stages().review().after(end).toInstant());
    }

    /** Where it is at that moment. */
    public Phase phase(Instant now) {
        if (now.isBefore(announced)) {
            return Phase.HIDDEN;
        }
        if (now.isBefore(starts)) {
            return Phase.PREVIEW;
        }
        if (now.isBefore(endingSoon)) {
            return Phase.ACTIVE;
        }
        if (now.isBefore(ends)) {
            return Phase.ENDING_SOON;
        }
        return now.isBefore(over) ? Phase.REVIEW : Phase.CONCLUDED;
    }
}
