package com.lifeverse.liveops.plan;

import static com.lifeverse.liveops.support.Given.BERLIN;
import static com.lifeverse.liveops.support.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("rules")
final class MeetingsTest {
    private static final Clocks UTC = new Clocks.Utc();
    private static final Duration YEAR = Duration.ofDays(400);

    @ParameterizedTest
    @ValueSource(strings = {"2027-01-03T10:50", "2027-01-06T10:50", "2027-03-22T10:50", "2031-01-03T10:50"})
    void anHourlyEventMeetsWhatHappensOnceHoweverFarThatIs(String start) {
        var hourly = Given.again(Given.calendar("2026-12-01T00:00", "PT20M", UTC), "FREQ=HOURLY");
        var meets = Given.calendar(start, "PT11M", UTC);
        var passes = Given.calendar(start, "PT10M", UTC);

        assertThat(first(hourly, meets, NOW)).hasValueSatisfying(meeting -> {
            assertThat(meeting.one().name()).isEqualTo(meets.start().plusMinutes(10));
            assertThat(meeting.other().name()).isEqualTo(meets.start());
        });
        assertThat(first(meets, hourly, NOW)).isPresent();
        assertThat(first(hourly, passes, NOW)).isEmpty();
    }

    @Test
    void twoThatNeverEndMeetWhereTheyFirstMeetWithinAYear() {
        var sundays = Given.again(Given.calendar("2026-12-06T10:00", "PT2H", UTC), "FREQ=WEEKLY");
        var christmas = Given.again(Given.calendar("2025-12-26T11:00", "PT2H", UTC), "FREQ=YEARLY");

        assertThat(first(christmas, sundays, NOW))
                .hasValueSatisfying(meeting -> assertThat(meeting.one().name()).hasToString("2027-12-26T11:00"));
    }

    @Test
    void whatIsOverMeetsNothingThoughItIsStillLookedBackOn() {
        var past = Given.with(Given.calendar("2027-01-01T10:00", "PT1H", UTC), "PT0S", "PT0S", "P3D");
        var other = Given.with(Given.calendar("2027-01-01T10:00", "PT1H", UTC), "PT0S", "PT0S", "P3D");

        assertThat(first(past, other, NOW)).isEmpty();
        assertThat(first(past, other, NOW.minus(Duration.ofHours(2)))).isPresent();
    }

    @Test
    void itIsWhatComparingAllWithAllFinds() {
        var random = new Random(7);
        int met = 0;
        for (int turn = 0; turn < 400; turn++) {
            var one = any(random);
            var other = any(random);
            var local = one.clocks() instanceof Clocks.PlayerLocal && other.clocks() instanceof Clocks.PlayerLocal;
            var mine = year(one, local);
            var theirs = year(other, local);
            boolean meet = mine.stream().anyMatch(reach -> theirs.stream().anyMatch(reach::meets));

            assertThat(first(one, other, NOW).isPresent())
                    .as("%s and %s", one, other)
                    .isEqualTo(meet);
            met += meet ? 1 : 0;
        }
        assertThat(met).isBetween(100, 300);
    }

    private static Optional<Meeting> first(EventCalendar one, EventCalendar other, Instant since) {
        return new Meetings(one, since).first(other);
    }

    private static EventCalendar any(Random random) {
        var clocks = List.of(UTC, BERLIN, new Clocks.PlayerLocal()).get(random.nextInt(3));
        var start = "2026-12-%02dT%02d:%02d".formatted(1 + random.nextInt(28), random.nextInt(24), random.nextInt(60));
        var once = Given.calendar(start, "PT%dM".formatted(1 + random.nextInt(40)), clocks);
        return switch (random.nextInt(5)) {
            case 0 -> Given.calendar(start.replace("2026", "2027"), "PT5H", clocks);
            case 1 -> Given.again(once, "FREQ=DAILY;INTERVAL=" + (2 + random.nextInt(9)));
            case 2 -> Given.again(once, "FREQ=WEEKLY;BYDAY=MO,TH");
            case 3 -> Given.again(once, "FREQ=MONTHLY;COUNT=12");
            default -> Given.again(once, "FREQ=DAILY;BYMONTH=3,10");
        };
    }

    private static List<Reach> year(EventCalendar calendar, boolean onePlayer) {
        return Reach.from(calendar, NOW, onePlayer)
                .takeWhile(reach -> !reach.from().isAfter(NOW.plus(YEAR)))
                .toList();
    }
}
