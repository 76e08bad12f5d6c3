package com.lifeverse.liveops.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rules")
final class RecurrenceTest {
    private static final LocalDateTime START = LocalDateTime.parse("2026-11-20T09:30");
    private static final LocalDateTime END = LocalDateTime.parse("2031-11-20T09:30");

    /** A rule, and what it means, said without the library: hours since the start that fulfil a condition. */
    record Meant(String rule, Predicate<LocalDateTime> has) {
        @Override
        public String toString() {
            return rule;
        }
    }

    static Stream<Meant> rules() {
        return Stream.of(
                new Meant("FREQ=HOURLY;BYMONTH=12", time -> time.getMonthValue() == 12),
                new Meant("FREQ=HOURLY;BYMONTHDAY=31", time -> time.getDayOfMonth() == 31),
                new Meant(
                        "FREQ=HOURLY;BYMONTH=11;BYMONTHDAY=24,25",
                        time -> time.getMonthValue() == 11 && time.getDayOfMonth() >= 24 && time.getDayOfMonth() <= 25),
                new Meant(
                        "FREQ=HOURLY;INTERVAL=5;BYMONTH=2", time -> time.getMonthValue() == 2 && hours(time) % 5 == 0),
                new Meant(
                        "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=29;BYHOUR=12",
                        time -> time.getMonthValue() == 2 && time.getDayOfMonth() == 29 && time.getHour() == 12),
                new Meant(
                        "FREQ=DAILY;INTERVAL=3;BYMONTH=1", time -> time.getMonthValue() == 1 && hours(time) % 72 == 0),
                new Meant("FREQ=WEEKLY;INTERVAL=2", time -> hours(time) % (14 * 24) == 0),
                new Meant(
                        "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;WKST=MO",
                        // The week of the start begins on Monday, the 16th.
                        time -> time.getHour() == 9
                                && (time.getDayOfWeek().getValue() == 1
                                        || time.getDayOfWeek().getValue() == 5)
                                && (hours(time) + 4 * 24) / (7 * 24) % 2 == 0),
                new Meant("FREQ=MONTHLY;BYMONTHDAY=31", time -> time.getHour() == 9 && time.getDayOfMonth() == 31));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void fiveYearsOfARuleAreWhatItSaysFromWhereverOneLooks(Meant meant) {
        var all = new ArrayList<LocalDateTime>();
        for (var time = START; time.isBefore(END); time = time.plusHours(1)) {
            if (meant.has().test(time)) {
                all.add(time);
            }
        }

        for (var first = START.minusDays(1);
                first.isBefore(END);
                first = first.plusDays(41).plusHours(7)) {
            var begin = first;
            assertThat(starts(Recurrence.of(meant.rule()), first).takeWhile(time -> time.isBefore(END)))
                    .as("from %s on", first)
                    .containsExactlyElementsOf(
                            all.stream().filter(time -> !time.isBefore(begin)).toList());
        }
    }

    @Test
    void aCountIsOfAllTimesAndNotOfThoseThatAreLookedAt() {
        var hours = Recurrence.of("FREQ=HOURLY;BYMONTH=12;COUNT=800");

        assertThat(starts(hours, START).count()).isEqualTo(800);
        assertThat(starts(hours, LocalDateTime.parse("2027-01-01T00:00")).findFirst())
                .contains(LocalDateTime.parse("2027-12-01T00:30"));
        assertThat(starts(hours, LocalDateTime.parse("2027-12-01T00:00")).count())
                .isEqualTo(800 - 31 * 24);
    }

    @ParameterizedTest(name = "{0} in {1} ends with {2}")
    @CsvSource({
        // In Berlin 10:30 of winter is 09:30 of UTC.
        "UNTIL=20261122T093000Z, Europe/Berlin, 2026-11-22T09:30",
        "UNTIL=20261122T082959Z, Europe/Berlin, 2026-11-21T09:30",
        "UNTIL=20261122T083000Z, Europe/Berlin, 2026-11-22T09:30",
        "UNTIL=20261122T092959Z, UTC, 2026-11-21T09:30",
        "UNTIL=20261122T093000Z, UTC, 2026-11-22T09:30",
        "UNTIL=20261122T093000, Europe/Berlin, 2026-11-22T09:30",
        "UNTIL=20261122T092959, Europe/Berlin, 2026-11-21T09:30",
        "UNTIL=20261122, Europe/Berlin, 2026-11-22T09:30",
        "UNTIL=20261122, UTC, 2026-11-22T09:30",
    })
    void anEndInUtcOrAsADateIsTakenInTheZoneOfTheEvent(String until, String zone, String last) {
        var daily = Recurrence.of("FREQ=DAILY;" + until);

        assertThat(daily.starts(START, START, ZoneId.of(zone)).toList().getLast())
                .isEqualTo(LocalDateTime.parse(last));
        assertThat(daily.isEndless()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=6"
            })
    void aRuleThatNeverHasATimeIsEmptyAndSaysSo(String rule) {
        assertThat(starts(Recurrence.of(rule), START)).isEmpty();
        assertThat(Recurrence.of(rule).fault(START)).contains("never has a time");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=HOURLY;BYMINUTE=0,30",
                "FREQ=DAILY;BYMINUTE=0,30",
                "FREQ=DAILY;BYSECOND=0,30",
                "FREQ=HOURLY;INTERVAL=2147483647",
                "FREQ=DAILY;COUNT=2147483647"
            })
    void whatComesTooOftenOrCannotBeReckonedIsAFault(String rule) {
        assertThat(Recurrence.of(rule).fault(START)).isPresent();
        assertThat(Recurrence.of("FREQ=DAILY;BYMINUTE=45;BYHOUR=1,2").fault(START))
                .isEmpty();
    }

    @Test
    @Timeout(5)
    void whatBeganTwoThousandYearsAgoIsNotWalkedThrough() {
        var begun = LocalDateTime.parse("0001-01-01T00:00");
        var hourly = Recurrence.of("FREQ=HOURLY");

        for (int turn = 0; turn < 100; turn++) {
            assertThat(hourly.starts(begun, START, ZoneOffset.UTC).findFirst())
                    .contains(LocalDateTime.parse("2026-11-20T10:00"));
        }
    }

    @Test
    void nothingHappensFromTheYear2200On() {
        assertThat(starts(Recurrence.of("FREQ=YEARLY"), START).toList().getLast())
                .isEqualTo(LocalDateTime.parse("2199-11-20T09:30"));
        assertThat(starts(Recurrence.of("FREQ=DAILY"), LocalDateTime.MAX)).isEmpty();
        assertThat(new Recurrence("FREQ=DAILY", Optional.of(LocalDateTime.MAX), Optional.empty(), new TreeSet<>())
                        .starts(START, START, ZoneOffset.UTC))
                .isEmpty();
        assertThat(Recurrence.of("FREQ=DAILY").starts(LocalDateTime.MAX, START, ZoneOffset.UTC))
                .isEmpty();
    }

    @Test
    void itIsEndlessIfNothingEndsIt() {
        assertThat(Recurrence.of("FREQ=DAILY").isEndless()).isTrue();
        assertThat(Recurrence.of("FREQ=DAILY;COUNT=3").isEndless()).isFalse();
        assertThat(new Recurrence("FREQ=DAILY", Optional.empty(), Optional.of(END), Collections.emptyNavigableSet())
                        .isEndless())
                .isFalse();
    }

    private static Stream<LocalDateTime> starts(Recurrence again, LocalDateTime first) {
        return again.starts(START, first, ZoneOffset.UTC);
    }

    private static long hours(LocalDateTime time) {
        return Duration.between(START, time).toHours();
    }
}
