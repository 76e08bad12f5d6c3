package com.lifeverse.liveops.plan;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** A stretch of time in which an event runs for somebody. */
public record Reach(LocalDateTime name, Instant from, Instant until) {
    /** Where clocks are ahead of all others. */
    public static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

    /** Where they are behind all others. */
    public static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    /** The first {@code many} that are not over; of an event by players' clocks each is 26 hours longer than the event. */
    public static List<Reach> of(EventCalendar calendar, Instant since, int many) {
        return calendar.occurrences(since, LAST)
                .limit(many)
                .map(last -> new Reach(
                        last.name(), calendar.occurrence(last.name(), FIRST).starts(), last.ends()))
                .toList();
    }

    /** The same for one player: of two events by players' clocks, each player has both by the same. */
    public static List<Reach> forOne(EventCalendar calendar, Instant since, int many) {
        return calendar.occurrences(since, LAST)
                .limit(many)
                .map(last -> new Reach(last.name(), last.starts(), last.ends()))
                .toList();
    }

    /** The stretches that matter when two events are held against each other, of the first of them. */
    public static List<Reach> beside(EventCalendar one, EventCalendar other, Instant since, int many) {
        return isLocal(one) && isLocal(other) ? forOne(one, since, many) : of(one, since, many);
    }

    /** True if there is a moment in both. */
    public boolean meets(Reach other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    private static boolean isLocal(EventCalendar calendar) {
        return calendar.clocks() instanceof Clocks.PlayerLocal;
    }
}
