package com.lifeverse.liveops.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.support.Given;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class StageTest {
    @Test
    void anEventRunsAndIsToRunAgainHoweverManyOfItsOccurrencesAreInReview() {
        var once = Given.with(Given.calendar("2027-03-01T18:00", "PT6H", new Clocks.Utc()), "PT0S", "PT0S", "P3D");
        var week = Given.again(once, "FREQ=DAILY;COUNT=7");

        assertThat(at(week, "2027-03-01T17:59:59Z")).isEqualTo(Stage.SCHEDULED);
        assertThat(at(week, "2027-03-07T18:00:00Z")).isEqualTo(Stage.RUNNING);
        assertThat(at(week, "2027-03-06T23:59:59Z")).isEqualTo(Stage.RUNNING);
        assertThat(at(week, "2027-03-07T00:00:00Z")).isEqualTo(Stage.SCHEDULED);
        assertThat(at(week, "2027-03-08T00:00:00Z")).as("the last is in review").isEqualTo(Stage.CONCLUDED);
        assertThat(at(week, "2027-04-08T00:00:00Z")).isEqualTo(Stage.CONCLUDED);
    }

    @Test
    void byPlayersClocksItRunsFromWhereItStartsFirstUntilWhereItEndsLast() {
        var once = Given.calendar("2027-03-01T18:00", "PT6H", new Clocks.PlayerLocal());

        assertThat(at(once, "2027-03-01T03:59:59Z")).isEqualTo(Stage.SCHEDULED);
        assertThat(at(once, "2027-03-01T04:00:00Z")).isEqualTo(Stage.RUNNING);
        assertThat(at(once, "2027-03-02T11:59:59Z")).isEqualTo(Stage.RUNNING);
        assertThat(at(once, "2027-03-02T12:00:00Z")).isEqualTo(Stage.CONCLUDED);
    }

    private static Stage at(EventCalendar calendar, String now) {
        return Stage.of(calendar, Instant.parse(now));
    }
}
