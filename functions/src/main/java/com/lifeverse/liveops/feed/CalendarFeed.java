package com.lifeverse.liveops.feed;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.Occurrence;
import com.lifeverse.liveops.desk.EachEvent;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.plan.Reach;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a calendar of live events holds: each occurrence on its own, for calendar programs differ in how they read recurrence rules, and
 * changes of clocks and exclusions are then settled.
 */
public final class CalendarFeed {
    /** What was, for those who look back on what it brought. */
    private static final int DAYS_BACK = 28;
    /** Half a year: longer than campaigns are prepared. */
    private static final int DAYS_AHEAD = 183;
    /** Of one event; an event each hour would otherwise fill the calendar. */
    private static final int MOST_OF_ONE = 200;

    private CalendarFeed() {}

    /** The occurrences around {@code today} of what is published, in the order of their beginning. The same all day (UTC). */
    public static List<FeedEntry> around(LocalDate today, List<Published> published, EachEvent each) {
        var since = today.minusDays(DAYS_BACK).atStartOfDay().toInstant(ZoneOffset.UTC);
        var until = today.plusDays(DAYS_AHEAD).atStartOfDay().toInstant(ZoneOffset.UTC);
        return each.of(published, one -> entries(one, since, until).toList()).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(CalendarFeed::begin).thenComparing(FeedEntry::uid))
                .toList();
    }

    private static Stream<FeedEntry> entries(Published published, Instant since, Instant until) {
        var revision = published.revision();
        var calendar = revision.event().calendar();
        return calendar.occurrences(since, Reach.LAST)
                .map(last -> calendar.occurrence(last.name(), ZoneOffset.UTC))
                .takeWhile(occurrence -> occurrence.starts().isBefore(until))
                .filter(occurrence -> occurrence.ends().isAfter(since))
                .limit(MOST_OF_ONE)
                .map(occurrence -> new FeedEntry(
                        published.id() + "/" + occurrence.name(),
                        revision.number(),
                        revision.at(),
                        revision.event(),
                        published.killedIn(),
                        span(calendar.clocks(), occurrence)));
    }

    private static FeedEntry.Span span(Clocks clocks, Occurrence occurrence) {
        return switch (clocks) {
            case Clocks.PlayerLocal() ->
                new FeedEntry.Span.Floating(local(occurrence.starts()), local(occurrence.ends()));
            case Clocks.Utc _, Clocks.Zone _ -> new FeedEntry.Span.Fixed(occurrence.starts(), occurrence.ends());
        };
    }

    private static LocalDateTime begin(FeedEntry entry) {
        return switch (entry.span()) {
            case FeedEntry.Span.Fixed fixed -> local(fixed.from());
            case FeedEntry.Span.Floating floating -> floating.from();
        };
    }

    private static LocalDateTime local(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
