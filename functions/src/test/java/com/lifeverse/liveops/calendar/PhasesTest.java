package com.lifeverse.liveops.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rules")
final class PhasesTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    /** Written by hand, from calendars and the rules of time zones. Lengths are of the run, the preview, the ending and the review. */
    @ParameterizedTest(name = "{0} {1} {2} at {4} from {5} is {6}")
    @CsvSource(delimiter = '|', textBlock = """
            # start            | clocks              | length  | preview endingSoon review | now                  | player | phase
            2026-12-04T18:00   | UTC                 | P2DT6H  | P2D PT6H P1D              | 2026-12-02T17:59:59Z | Z      | HIDDEN
            2026-12-04T18:00   | UTC                 | P2DT6H  | P2D PT6H P1D              | 2026-12-02T18:00:00Z | Z      | PREVIEW
            2026-12-04T18:00   | UTC                 | P2DT6H  | P2D PT6H P1D              | 2026-12-04T17:59:59Z | Z      | PREVIEW
            2026-12-04T18:00   | UTC                 | P2DT6H  | P2D PT6H P1D              | 2026-12-04T18:00:00Z | Z      | ACTIVE
            2026-12-04T18:00   | UTC                 | P2DT6H  | P2D PT6H P1D              | 2026-12-06T17:59:59Z | Z      | ACTIVE
            2026-12-04T18:00   | UTC                 | P2DT6H  | P2D PT6H P1D              | 2026-12-06T18:00:00Z | Z      | ENDING_SOON
            2026-12-04T18:00   | UTC                 | P2DT6H  | P2D PT6H P1D              | 2026-12-06T23:59:59Z | Z      | ENDING_SOON
            2026-12-04T18:00   | UTC                 | P2DT6H  | P2D PT6H P1D              | 2026-12-07T00:00:00Z | Z      | REVIEW
            2026-12-04T18:00   | UTC                 | P2DT6H  | P2D PT6H P1D              | 2026-12-07T23:59:59Z | Z      | REVIEW
            2026-12-04T18:00   | UTC                 | P2DT6H  | P2D PT6H P1D              | 2026-12-08T00:00:00Z | Z      | CONCLUDED
            2026-12-04T18:00   | player              | PT1H    | PT0S PT0S PT0S            | 2026-12-04T04:00:00Z | +14:00 | ACTIVE
            2026-12-04T18:00   | player              | PT1H    | PT0S PT0S PT0S            | 2026-12-04T03:59:59Z | +14:00 | HIDDEN
            2026-12-04T18:00   | player              | PT1H    | PT0S PT0S PT0S            | 2026-12-05T06:00:00Z | -12:00 | ACTIVE
            2026-12-04T18:00   | player              | PT1H    | PT0S PT0S PT0S            | 2026-12-04T18:00:00Z | -12:00 | HIDDEN
            2026-12-04T18:00   | player              | PT1H    | PT0S PT0S PT0S            | 2026-12-04T12:15:00Z | +05:45 | ACTIVE
            2026-03-28T12:00   | Europe/Berlin       | P1D     | PT0S PT0S PT0S            | 2026-03-29T09:59:59Z | Z      | ACTIVE
            2026-03-28T12:00   | Europe/Berlin       | P1D     | PT0S PT0S PT0S            | 2026-03-29T10:00:00Z | Z      | CONCLUDED
            2026-03-28T12:00   | Europe/Berlin       | PT24H   | PT0S PT0S PT0S            | 2026-03-29T10:30:00Z | Z      | ACTIVE
            2026-10-24T12:00   | Europe/Berlin       | P1D     | PT0S PT0S PT0S            | 2026-10-25T10:59:59Z | Z      | ACTIVE
            2026-10-24T12:00   | Europe/Berlin       | PT24H   | PT0S PT0S PT0S            | 2026-10-25T10:00:00Z | Z      | CONCLUDED
            # What clocks never show is as much later as they are put forward, what they show twice is the first.
            2026-03-29T02:30   | Europe/Berlin       | PT1H    | PT0S PT0S PT0S            | 2026-03-29T01:29:59Z | Z      | HIDDEN
            2026-03-29T02:30   | Europe/Berlin       | PT1H    | PT0S PT0S PT0S            | 2026-03-29T01:30:00Z | Z      | ACTIVE
            2026-10-25T02:30   | Europe/Berlin       | PT1H    | PT0S PT0S PT0S            | 2026-10-25T00:30:00Z | Z      | ACTIVE
            2026-10-25T02:30   | Europe/Berlin       | PT1H    | PT0S PT0S PT0S            | 2026-10-25T01:30:00Z | Z      | CONCLUDED
            2026-03-08T02:00   | America/New_York    | PT1H    | PT0S PT0S PT0S            | 2026-03-08T07:00:00Z | Z      | ACTIVE
            2026-11-01T01:30   | America/New_York    | PT30M   | PT0S PT0S PT0S            | 2026-11-01T05:45:00Z | Z      | ACTIVE
            2026-11-01T01:30   | America/New_York    | PT30M   | PT0S PT0S PT0S            | 2026-11-01T06:45:00Z | Z      | CONCLUDED
            2026-10-04T02:15   | Australia/Lord_Howe | PT1H    | PT0S PT0S PT0S            | 2026-10-03T15:45:00Z | Z      | ACTIVE
            2026-04-06T02:00   | Australia/Lord_Howe | PT1H    | P1D PT0S PT0S             | 2026-04-04T15:30:00Z | Z      | PREVIEW
            2026-06-01T09:00   | Asia/Kathmandu      | PT2H    | PT0S PT5H PT0S            | 2026-06-01T03:15:00Z | Z      | ENDING_SOON
            2026-02-28T23:00   | Pacific/Kiritimati  | P1D     | PT0S PT1H PT0S            | 2026-03-01T08:00:00Z | -12:00 | ENDING_SOON
            2028-02-28T12:00   | UTC                 | P1D     | PT0S PT0S P1D             | 2028-02-29T12:00:00Z | Z      | REVIEW
            """)
    void anEventIsWhereTheCalendarSays(
            String start, String clocks, String length, String stages, Instant now, String player, Phase phase) {
        var lengths = stages.split(" ", 3);
        var calendar = EventCalendar.once(
                LocalDateTime.parse(start),
                Length.parse(length),
                clocks(clocks),
                new Stages(Length.parse(lengths[0]), Length.parse(lengths[1]), Length.parse(lengths[2])));

        assertThat(Phases.at(calendar, now, ZoneOffset.of(player)).phase()).isEqualTo(phase);
    }

    @Test
    void aWeeklyRaceStaysAtItsHourWhenClocksChange() {
        var race = recurring("2026-10-18T20:00", "PT2H", "Europe/Berlin", Recurrence.of("FREQ=WEEKLY;BYDAY=SU"));

        var starts = race.occurrences(Instant.parse("2026-10-12T00:00:00Z"), ZoneOffset.UTC)
                .limit(3)
                .map(Occurrence::starts);

        assertThat(starts)
                .containsExactly(
                        Instant.parse("2026-10-18T18:00:00Z"),
                        Instant.parse("2026-10-25T19:00:00Z"),
                        Instant.parse("2026-11-01T19:00:00Z"));
    }

    @Test
    void betweenTwoOccurrencesAnEventIsConcludedAndBeforeTheFirstItIsHidden() {
        var race = recurring("2026-10-18T20:00", "PT2H", "UTC", Recurrence.of("FREQ=WEEKLY"));

        assertThat(phase(race, "2026-10-18T19:59:59Z")).isEqualTo(Phase.HIDDEN);
        assertThat(phase(race, "2026-10-18T20:00:00Z")).isEqualTo(Phase.ACTIVE);
        assertThat(phase(race, "2026-10-20T00:00:00Z")).isEqualTo(Phase.CONCLUDED);
        assertThat(phase(race, "2026-10-25T20:00:00Z")).isEqualTo(Phase.ACTIVE);
    }

    @Test
    void anOccurrenceIsNamedByTheClocksOfTheEventWhichIsTheSameForAllPlayers() {
        var start = LocalDateTime.parse("2026-12-04T18:00");
        var festival = EventCalendar.once(start, Length.parse("P1D"), new Clocks.PlayerLocal(), Stages.NONE);

        var east =
                festival.occurrences(NOON, ZoneOffset.ofHours(14)).findFirst().orElseThrow();
        var west =
                festival.occurrences(NOON, ZoneOffset.ofHours(-12)).findFirst().orElseThrow();

        assertThat(east.name()).isEqualTo(start).isEqualTo(west.name());
        assertThat(east.starts()).isEqualTo(west.starts().minusSeconds(26 * 3_600));
    }

    @Test
    void exclusionsAndBoundsLeaveOccurrencesOut() {
        var excluded = new TreeSet<>(Set.of(LocalDateTime.parse("2026-06-03T12:00")));
        var recurrence = new Recurrence(
                "FREQ=DAILY",
                Optional.of(LocalDateTime.parse("2026-06-02T00:00")),
                Optional.of(LocalDateTime.parse("2026-06-05T12:00")),
                excluded);
        var daily = recurring("2026-06-01T12:00", "PT1H", "UTC", recurrence);

        assertThat(daily.occurrences(NOON, ZoneOffset.UTC).map(Occurrence::name))
                .containsExactly(LocalDateTime.parse("2026-06-02T12:00"), LocalDateTime.parse("2026-06-04T12:00"));
    }

    @Test
    void theRunOfOneOccurrenceIsShownRatherThanTheReviewOrThePreviewOfAnother() {
        var stages = new Stages(Length.parse("P2D"), Length.NONE, Length.parse("P2D"));
        var daily = new EventCalendar(
                LocalDateTime.parse("2026-06-01T12:00"),
                Length.parse("PT1H"),
                new Clocks.Utc(),
                stages,
                Optional.of(Recurrence.of("FREQ=DAILY;COUNT=3")));

        assertThat(phase(daily, "2026-06-02T12:30:00Z")).isEqualTo(Phase.ACTIVE);
        assertThat(phase(daily, "2026-06-02T13:30:00Z")).isEqualTo(Phase.PREVIEW);
        assertThat(phase(daily, "2026-06-03T13:30:00Z")).isEqualTo(Phase.REVIEW);
        assertThat(phase(daily, "2026-06-05T13:00:00Z")).isEqualTo(Phase.CONCLUDED);
    }

    @ParameterizedTest
    @CsvSource({"P1M", "P1Y", "PT0.5S", "-P1D", "PT-1H", "P", "P400D", "tomorrow"})
    void whatIsNoLengthIsRefused(String text) {
        assertThatThrownBy(() -> Length.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"FREQ=SECONDLY", "FREQ=MINUTELY", "EVERY SUNDAY", "FREQ=WEEKLY;BYDAY=XX"})
    void whatIsNoRuleForAnEventIsRefused(String rule) {
        assertThatThrownBy(() -> Recurrence.of(rule)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lengthsAreWrittenAsTheyAreRead() {
        assertThat(new String[] {"P2DT6H", "PT6H", "P2D", "PT1M30S"})
                .allSatisfy(text -> assertThat(Length.parse(text)).hasToString(text));
    }

    private static Phase phase(EventCalendar calendar, String now) {
        return Phases.at(calendar, Instant.parse(now), ZoneOffset.UTC).phase();
    }

    private static EventCalendar recurring(String start, String length, String clocks, Recurrence recurrence) {
        return new EventCalendar(
                LocalDateTime.parse(start), Length.parse(length), clocks(clocks), Stages.NONE, Optional.of(recurrence));
    }

    private static Clocks clocks(String name) {
        return switch (name) {
            case "UTC" -> new Clocks.Utc();
            case "player" -> new Clocks.PlayerLocal();
            default -> new Clocks.Zone(ZoneId.of(name));
        };
    }
}
