package com.lifeverse.liveops.participation;

import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.calendar.Phase;
import com.lifeverse.liveops.calendar.Phases;
import com.lifeverse.liveops.plan.Reach;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** What players may know of: an event from its first announcement on, and its occurrences each from its own. Pure. */
public final class Announcements {
    private Announcements() {}

    /** True if the event was ever announced to somebody with these clocks. */
    public static boolean has(EventCalendar calendar, ZoneOffset clocks, Instant now) {
        return Phases.at(calendar, now, clocks).phase() != Phase.HIDDEN;
    }

    /** True if the event was ever announced to anybody on earth. */
    public static boolean has(EventCalendar calendar, Instant now) {
        return has(calendar, Reach.FIRST, now);
    }

    /** True if the calendar has that occurrence, and it was announced to anybody on earth. */
    public static boolean has(EventCalendar calendar, LocalDateTime occurrence, Instant now) {
        // What is to come is not looked for: a rule without end would be walked as far as anybody likes.
        return !now.isBefore(calendar.occurrence(occurrence, Reach.FIRST).announced())
                && calendar.happensAt(occurrence);
    }
}
