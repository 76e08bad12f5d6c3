package com.lifeverse.liveops.participation;

import com.lifeverse.liveops.calendar.EventCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The clocks that a player goes by in an event, whatever they say later: those of the participation that is open longest. Without them,
 * occurrences of one player would overlap, and what happened once would count in two. Pure.
 *
 * @param occurrence they hold until this one is over by them
 */
public record OwnClocks(ZoneOffset offset, LocalDateTime occurrence) {
    /** The clocks that count for somebody who says others. */
    static ZoneOffset counting(EventCalendar calendar, Optional<OwnClocks> kept, ZoneOffset said, Instant now) {
        return kept.filter(clocks -> now.isBefore(clocks.until(calendar)))
                .map(OwnClocks::offset)
                .orElse(said);
    }

    /** What is to be kept once a player has begun: of two participations by the same clocks, what is open longer. */
    static OwnClocks keeping(EventCalendar calendar, Optional<OwnClocks> kept, Participation begun) {
        var own = new OwnClocks(begun.offset(), begun.occurrence());
        return kept.filter(clocks -> clocks.until(calendar).isAfter(own.until(calendar)))
                .orElse(own);
    }

    private Instant until(EventCalendar calendar) {
        return calendar.occurrence(occurrence, offset).over();
    }
}
