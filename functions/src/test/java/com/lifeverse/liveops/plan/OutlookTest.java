package com.lifeverse.liveops.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.calendar.Length;
import com.lifeverse.liveops.calendar.Recurrence;
import com.lifeverse.liveops.calendar.Stages;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class OutlookTest {
    @Test
    void aRaceThatClocksChangeBeneathStaysAtItsHourInItsZoneAndMovesInOthers() {
        var outlook = Outlook.of(weekly(), Instant.parse("2027-03-20T00:00:00Z"), 2);

        assertThat(outlook.next())
                .containsExactly(
                        reach("2027-03-21T19:00", "2027-03-21T18:00:00Z", "2027-03-21T20:00:00Z"),
                        reach("2027-03-28T19:00", "2027-03-28T17:00:00Z", "2027-03-28T19:00:00Z"));
        var after = Outlook.of(weekly(), Instant.parse("2027-03-27T00:00:00Z"), 1);
        assertThat(row(outlook, "Europe/Berlin").starts()).isEqualTo("2027-03-21T19:00");
        assertThat(row(after, "Europe/Berlin").starts()).isEqualTo("2027-03-28T19:00");
        assertThat(row(outlook, "Asia/Tokyo").starts()).isEqualTo("2027-03-22T03:00");
        assertThat(row(after, "Asia/Tokyo").starts()).isEqualTo("2027-03-29T02:00");
    }

    @Test
    void anEventByPlayersClocksIsAtTheSameHourEverywhereAndLastsADayLongerForTheWorld() {
        var feast = EventCalendar.once(
                LocalDateTime.parse("2026-12-04T18:00"),
                Length.parse("P2DT6H"),
                new Clocks.PlayerLocal(),
                new Stages(Length.parse("P2D"), Length.parse("PT6H"), Length.parse("P1D")));
        var outlook = Outlook.of(feast, Instant.parse("2026-11-21T00:00:00Z"), 5);

        assertThat(outlook.next())
                .containsExactly(reach("2026-12-04T18:00", "2026-12-04T04:00:00Z", "2026-12-07T12:00:00Z"));
        assertThat(outlook.table()).hasSize(WorldClock.ZONES.size()).allSatisfy(row -> {
            assertThat(row.announced()).isEqualTo("2026-12-02T18:00");
            assertThat(row.starts()).isEqualTo("2026-12-04T18:00");
            assertThat(row.endingSoon()).isEqualTo("2026-12-06T18:00");
            assertThat(row.ends()).isEqualTo("2026-12-07T00:00");
            assertThat(row.over()).isEqualTo("2026-12-08T00:00");
        });
    }

    @Test
    void ofWhatIsOverThereIsNothingToShow() {
        var outlook = Outlook.of(
                EventCalendar.once(
                        LocalDateTime.parse("2026-12-04T18:00"), Length.parse("PT1H"), new Clocks.Utc(), Stages.NONE),
                Instant.parse("2027-01-01T00:00:00Z"),
                5);

        assertThat(outlook.next()).isEmpty();
        assertThat(outlook.table()).isEmpty();
    }

    @Test
    void whatRunsIsNextHoweverManyOccurrencesAreInReview() {
        var once = EventCalendar.once(
                LocalDateTime.parse("2027-03-01T18:00"),
                Length.parse("PT2H"),
                new Clocks.Utc(),
                new Stages(Length.NONE, Length.NONE, Length.parse("P3D")));
        var daily = new EventCalendar(
                once.start(), once.length(), once.clocks(), once.stages(), Optional.of(Recurrence.of("FREQ=DAILY")));

        assertThat(Outlook.of(daily, Instant.parse("2027-03-08T19:00:00Z"), 2).next())
                .containsExactly(
                        reach("2027-03-08T18:00", "2027-03-08T18:00:00Z", "2027-03-08T20:00:00Z"),
                        reach("2027-03-09T18:00", "2027-03-09T18:00:00Z", "2027-03-09T20:00:00Z"));
    }

    private static EventCalendar weekly() {
        return new EventCalendar(
                LocalDateTime.parse("2027-03-07T19:00"),
                Length.parse("PT2H"),
                new Clocks.Zone(ZoneId.of("Europe/Berlin")),
                Stages.NONE,
                Optional.of(Recurrence.of("FREQ=WEEKLY;BYDAY=SU")));
    }

    private static Reach reach(String name, String from, String until) {
        return new Reach(LocalDateTime.parse(name), Instant.parse(from), Instant.parse(until));
    }

    private static Outlook.Row row(Outlook outlook, String zone) {
        return outlook.table().stream()
                .filter(row -> row.zone().getId().equals(zone))
                .findFirst()
                .orElseThrow();
    }
}
