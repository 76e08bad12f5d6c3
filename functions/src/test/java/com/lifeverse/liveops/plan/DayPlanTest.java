package com.lifeverse.liveops.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.support.Given;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DayPlanTest {
    private static final LocalDate MONDAY = LocalDate.parse("2027-03-01");

    @Test
    void aDayIsWhatTheEventIsAtForWhoeverHasItFurthest() {
        var once = Given.with(Given.calendar("2027-03-04T10:00", "P1D", new Clocks.Utc()), "P2D", "PT6H", "P1D");
        assertThat(days(once, 7)).isEqualTo(".PPAAR.".replace('.', 'H'));
    }

    @Test
    void anEventByPlayersClocksRunsSomewhereOnMoreDays() {
        var local = Given.calendar("2027-03-03T00:00", "P1D", new Clocks.PlayerLocal());
        assertThat(days(local, 5)).isEqualTo("HAAAH");
    }

    @Test
    void aRuleIsShownOnEachOfItsDays() {
        var weekly = Given.again(
                Given.calendar("2027-03-02T10:00", "PT2H", new Clocks.Utc()), "FREQ=WEEKLY", "2027-03-09T10:00");
        assertThat(days(weekly, 17)).isEqualTo("HAHHHHHHHHHHHHHAH");
    }

    @Test
    void midnightEndsADayAndDoesNotBeginTheNext() {
        var untilMidnight = Given.calendar("2027-03-01T22:00", "PT2H", new Clocks.Utc());
        assertThat(days(untilMidnight, 2)).isEqualTo("AH");
    }

    @Test
    void aPlanOfNoDaysIsRefused() {
        var any = Given.calendar("2027-03-01T22:00", "PT2H", new Clocks.Utc());
        assertThatIllegalArgumentException().isThrownBy(() -> DayPlan.of(any, MONDAY, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> DayPlan.of(any, MONDAY, 401));
    }

    private static String days(EventCalendar calendar, int many) {
        return DayPlan.of(calendar, MONDAY, many).days().stream()
                .map(phase -> phase.name().substring(0, 1))
                .collect(Collectors.joining());
    }
}
