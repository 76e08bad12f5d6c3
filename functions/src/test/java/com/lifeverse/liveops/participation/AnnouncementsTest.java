package com.lifeverse.liveops.participation;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.support.Given;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class AnnouncementsTest {
    private static final LocalDateTime FIRST = LocalDateTime.parse("2027-03-05T18:00");
    private static final EventCalendar LOCAL = weekly(new Clocks.PlayerLocal());
    private static final EventCalendar UTC = weekly(new Clocks.Utc());

    /** Each Friday, announced two days before. */
    private static EventCalendar weekly(Clocks clocks) {
        var once = Given.with(Given.calendar("2027-03-05T18:00", "P1D", clocks), "P2D", "PT6H", "P1D");
        return Given.again(once, "FREQ=WEEKLY;BYDAY=FR");
    }

    private static Instant at(String time) {
        return Instant.parse(time);
    }

    @Test
    void anEventIsThereFromItsFirstAnnouncementOnAndStaysThere() {
        assertThat(Announcements.has(UTC, at("2027-03-03T17:59:59Z"))).isFalse();
        assertThat(Announcements.has(UTC, at("2027-03-03T18:00:00Z"))).isTrue();
        assertThat(Announcements.has(UTC, at("2027-03-09T00:00:00Z")))
                .as("between two occurrences")
                .isTrue();
        assertThat(Announcements.has(LOCAL, at("2027-03-03T03:59:59Z"))).isFalse();
        assertThat(Announcements.has(LOCAL, at("2027-03-03T04:00:00Z")))
                .as("to the first on earth")
                .isTrue();
        assertThat(Announcements.has(LOCAL, ZoneOffset.UTC, at("2027-03-03T17:59:59Z")))
                .isFalse();
        assertThat(Announcements.has(LOCAL, ZoneOffset.UTC, at("2027-03-03T18:00:00Z")))
                .isTrue();
    }

    @Test
    void anOccurrenceIsThereIfTheCalendarHasItAndItWasAnnounced() {
        var now = at("2027-03-05T19:00:00Z");

        assertThat(Announcements.has(UTC, FIRST, now)).isTrue();
        assertThat(Announcements.has(UTC, FIRST.plusDays(7), now)).isFalse();
        assertThat(Announcements.has(UTC, FIRST.minusDays(7), now)).isFalse();
        assertThat(Announcements.has(UTC, FIRST.minusHours(1), now)).isFalse();
        assertThat(Announcements.has(UTC, LocalDateTime.parse("0000-01-01T00:00"), now))
                .isFalse();
        assertThat(Announcements.has(UTC, LocalDateTime.parse("9999-12-31T23:59"), now))
                .isFalse();
        assertThat(Announcements.has(LOCAL, FIRST.plusDays(7), at("2027-03-10T03:59:59Z")))
                .isFalse();
        assertThat(Announcements.has(LOCAL, FIRST.plusDays(7), at("2027-03-10T04:00:00Z")))
                .isTrue();
    }
}
