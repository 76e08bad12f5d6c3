package com.lifeverse.liveops.feed.aws;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.feed.FeedEntry;
import com.lifeverse.liveops.support.Given;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.TIME_ZONE)
class ICalendarTextTest {
    private static final FeedEntry.Span FIXED =
            new FeedEntry.Span.Fixed(Instant.parse("2027-03-04T10:00:00Z"), Instant.parse("2027-03-05T10:00:00Z"));
    private static final FeedEntry.Span FLOATING = new FeedEntry.Span.Floating(
            LocalDateTime.parse("2027-03-28T02:30"), LocalDateTime.parse("2027-03-29T02:30"));

    @Test
    void fixedTimesAreInUtcAndFloatingOnesInNone() {
        assertThat(lines(FIXED)).contains("DTSTART:20270304T100000Z", "DTEND:20270305T100000Z");
        assertThat(lines(FLOATING)).contains("DTSTART:20270328T023000", "DTEND:20270329T023000");
    }

    @Test
    void theTextIsTheSameOnAMachineOfAnyZone() {
        var zone = TimeZone.getDefault();
        var here = ICalendarText.of(List.of(entry(FLOATING), entry(FIXED)));
        try {
            // There, the floating time of the entry does not exist on that day.
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            assertThat(ICalendarText.of(List.of(entry(FLOATING), entry(FIXED)))).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anEntryIsOneEventOfThatRevisionThatKeepsNobodyBusy() {
        assertThat(lines(FIXED))
                .contains(
                        "UID:feast/1@live-events.lifeverse",
                        "SEQUENCE:3",
                        "DTSTAMP:20270101T120000Z",
                        "SUMMARY:Feast\\; of \\, all",
                        "CATEGORIES:festival,seasonal",
                        "TRANSP:TRANSPARENT",
                        "STATUS:CONFIRMED",
                        "BEGIN:VCALENDAR",
                        "END:VCALENDAR");
        var read = Biweekly.parse(ICalendarText.of(List.of(entry(FIXED)))).first();
        assertThat(read.getEvents().getFirst().getDescription().getValue())
                .contains("Owner: team", "Switched off in: eu");
    }

    private static List<String> lines(FeedEntry.Span span) {
        var text = ICalendarText.of(List.of(entry(span)));
        assertThat(text).endsWith("\r\n");
        return List.of(text.split("\r\n", -1));
    }

    private static FeedEntry entry(FeedEntry.Span span) {
        var plain = Given.event(Given.calendar("2027-03-04T10:00", "P1D", new Clocks.Utc()));
        var event = Given.with(plain, Given.about(Map.of("en", "Feast; of , all"), List.of("seasonal")));
        return new FeedEntry("feast/1", 3, Given.NOW, event, new TreeSet<>(List.of("eu")), span);
    }
}
