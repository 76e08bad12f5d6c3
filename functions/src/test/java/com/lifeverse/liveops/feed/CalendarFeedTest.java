package com.lifeverse.liveops.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.desk.EachEvent;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.support.Given;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CalendarFeedTest {
    private static final LocalDate TODAY = LocalDate.parse("2027-03-10");
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void eachOccurrenceIsAnEntryFromFourWeeksAgoToHalfAYearAhead() {
        var weekly = Given.again(Given.calendar("2027-01-05T10:00", "PT2H", new Clocks.Utc()), "FREQ=WEEKLY");
        var feed = feed(weekly);
        assertThat(feed).hasSize(30);
        assertThat(feed.getFirst().uid()).isEqualTo("feast/2027-02-16T10:00");
        assertThat(feed.getLast().uid()).isEqualTo("feast/2027-09-07T10:00");
        assertThat(feed.getFirst().span())
                .isEqualTo(new FeedEntry.Span.Fixed(
                        Instant.parse("2027-02-16T10:00:00Z"), Instant.parse("2027-02-16T12:00:00Z")));
    }

    @Test
    void timesOfAZoneFollowItsChangeOfClocks() {
        var daily = Given.again(Given.calendar("2027-03-27T10:00", "PT1H", Given.BERLIN), "FREQ=DAILY;COUNT=2");
        assertThat(feed(daily))
                .extracting(FeedEntry::span)
                .extracting(span -> ((FeedEntry.Span.Fixed) span).from())
                .containsExactly(Instant.parse("2027-03-27T09:00:00Z"), Instant.parse("2027-03-28T08:00:00Z"));
    }

    @Test
    void timesByPlayersClocksFloat() {
        assertThat(feed(Given.calendar("2027-03-28T02:30", "P1D", new Clocks.PlayerLocal())))
                .extracting(FeedEntry::span)
                .containsExactly(new FeedEntry.Span.Floating(
                        LocalDateTime.parse("2027-03-28T02:30"), LocalDateTime.parse("2027-03-29T02:30")));
    }

    @Test
    void anEventThatNeverRestsDoesNotFillTheCalendar() {
        var hourly = Given.again(Given.calendar("2027-03-01T00:00", "PT1H", new Clocks.Utc()), "FREQ=HOURLY");
        assertThat(feed(hourly)).hasSize(200);
    }

    @Test
    void anEventThatCannotBeReckonedIsNamedAndLeavesTheOthersWhereTheyAre() {
        var left = new ArrayList<String>();
        var events = List.of(
                published(Given.unreckonable("odd")),
                published(Given.event(Given.calendar("2027-03-11T10:00", "PT1H", new Clocks.Utc()))));
        assertThat(CalendarFeed.around(TODAY, events, new EachEvent((event, _) -> left.add(event))))
                .extracting(FeedEntry::uid)
                .containsExactly("feast/2027-03-11T10:00");
        assertThat(left).containsExactly("odd");
    }

    @Test
    void aLinkOpensUntilItsDayForWhatItSaysAndWithItsSecretAlone() {
        var link = new FeedLink("marketing", TODAY);
        var key = link.key(SECRET);
        assertThat(link.opensWith(key, SECRET, TODAY)).isTrue();
        assertThat(link.opensWith(key, SECRET, TODAY.plusDays(1))).isFalse();
        assertThat(link.opensWith(key, SECRET + "x", TODAY)).isFalse();
        assertThat(link.opensWith("", SECRET, TODAY)).isFalse();
        assertThat(new FeedLink("marketing", TODAY.plusDays(1)).opensWith(key, SECRET, TODAY))
                .isFalse();
        assertThat(new FeedLink("product", TODAY).opensWith(key, SECRET, TODAY)).isFalse();
    }

    private static List<FeedEntry> feed(EventCalendar calendar) {
        var all = new EachEvent((_, failure) -> {
            throw failure;
        });
        return CalendarFeed.around(TODAY, List.of(published(Given.event(calendar))), all);
    }

    private static Published published(LiveEvent event) {
        var revision = new Revision(3, "ann", Given.NOW, event, Map.of());
        return new Published(revision, revision.at(), new TreeSet<>());
    }
}
