package com.lifeverse.liveops.feed.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
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

    @Test
    void noLineIsLongerThanSeventyFiveOctetsAndNoCharacterIsTorn() {
        var title = "\u5B63\u7BC0\u306E\u796D\u308A \uD83C\uDF86 L\u00E4nger, ".repeat(12);
        var text = ICalendarText.of(List.of(entry(FIXED, title)));

        assertThat(text.split("\r\n", -1)).allSatisfy(line -> {
            assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75);
            assertThat(new String(line.getBytes(UTF_8), UTF_8)).isEqualTo(line);
        });
        assertThat(Biweekly.parse(text)
                        .first()
                        .getEvents()
                        .getFirst()
                        .getSummary()
                        .getValue())
                .isEqualTo(title);
    }

    @Test
    void charactersThatTheStandardForbidsAreLeftOut() {
        assertThat(ICalendarText.of(List.of(entry(FIXED, "Fe\u0007a\u0000s\uD800t"))))
                .contains("SUMMARY:Feast\r\n")
                .doesNotContain("\u0007", "\u0000", "\uD800");
    }

    @Test
    void theIntervalOfLookingAgainSaysThatItIsADuration() {
        assertThat(lines(FIXED)).contains("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    }

    private static List<String> lines(FeedEntry.Span span) {
        var text = ICalendarText.of(List.of(entry(span)));
        assertThat(text).endsWith("\r\n");
        return List.of(text.split("\r\n", -1));
    }

    private static FeedEntry entry(FeedEntry.Span span) {
        return entry(span, "Feast; of , all");
    }

    private static FeedEntry entry(FeedEntry.Span span, String title) {
        var plain = Given.event(Given.calendar("2027-03-04T10:00", "P1D", new Clocks.Utc()));
        var event = Given.with(plain, Given.about(Map.of("en", title), List.of("seasonal")));
        return new FeedEntry("feast/1", 3, Given.NOW, event, new TreeSet<>(List.of("eu")), span);
    }
}
