package com.lifeverse.liveops.plan;

import com.lifeverse.liveops.calendar.EventCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** A stretch of time in which an event runs for somebody. */
public record Reach(LocalDateTime name, Instant from, Instant until) {
    /** Where clocks are ahead of all others. */
    public static final ZoneOffset FIRST = ZoneOffset.ofHours(14);

    /** Where they are behind all others. */
    public static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    /**
     * The first {@code many} that do not run out by {@code since}; of an event by players' clocks each is 26 hours longer than the event.
     */
    public static List<Reach> of(EventCalendar calendar, Instant since, int many) {
        return from(calendar, since, false).limit(many).toList();
    }

    /**
     * Those that do not run out by {@code since}, in order; it may be many.
     *
     * @param onePlayer by the clocks of one player: of two events by players' clocks, each player has both by the same
     */
    public static Stream<Reach> from(EventCalendar calendar, Instant since, boolean onePlayer) {
        return calendar.notEnded(since, LAST)
                .map(last -> new Reach(
                        last.name(),
                        onePlayer
                                ? last.starts()
                                : calendar.occurrence(last.name(), FIRST).starts(),
                        last.ends()));
    }

    /** Those that run for somebody, in order, however many are in review; by players' clocks it may be one for each hour of the day. */
    public static List<Reach> running(EventCalendar calendar, Instant now) {
        return from(calendar, now, false)
                .takeWhile(reach -> !now.isBefore(reach.from()))
                .toList();
    }

    /** True if there is a moment in both. */
    public boolean meets(Reach other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }
}
