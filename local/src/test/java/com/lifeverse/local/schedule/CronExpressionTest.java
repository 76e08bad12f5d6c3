package com.lifeverse.local.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("adapters")
class CronExpressionTest {
    private static List<String> after(String expression, String after, ZoneId zone, int count) {
        var times = new ArrayList<String>();
        var cron = ScheduleExpression.parse("cron(" + expression + ")", zone);
        var at = Optional.of(Instant.parse(after));
        for (int i = 0; i < count && at.isPresent(); i++) {
            at = cron.first(at.get(), Optional.empty());
            at.ifPresent(time -> times.add(time.toString()));
        }
        return times;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0/30 20-2 ? * MON-FRI * | 2026-11-20T20:10:00Z | 2026-11-20T20:30:00Z | 2026-11-20T21:00:00Z
            0/30 20-2 ? * MON-FRI * | 2026-11-20T23:10:00Z | 2026-11-20T23:30:00Z | 2026-11-23T00:00:00Z
            0 9 ? * SAT-SUN *       | 2026-11-20T00:00:00Z | 2026-11-21T09:00:00Z | 2026-11-22T09:00:00Z
            0 9 ? * FRI-MON *       | 2026-11-22T10:00:00Z | 2026-11-23T09:00:00Z | 2026-11-27T09:00:00Z
            0 9 1 NOV-FEB ? *       | 2027-01-15T00:00:00Z | 2027-02-01T09:00:00Z | 2027-11-01T09:00:00Z
            50-10/10 4 1 1 ? *      | 2026-12-31T00:00:00Z | 2027-01-01T04:00:00Z | 2027-01-01T04:10:00Z
            0 9 30-2 * ? *          | 2026-11-30T10:00:00Z | 2026-12-01T09:00:00Z | 2026-12-02T09:00:00Z
            """)
    void rangeThatRunsBackwardsGoesOnPastTheLargestNumber(String cron, String after, String first, String second) {
        assertThat(after(cron.strip(), after.strip(), ZoneOffset.UTC, 2))
                .containsExactly(first.strip(), second.strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 12 LW * ? *        | 2026-10-01T00:00:00Z | 2026-10-30T12:00:00Z | 2026-11-30T12:00:00Z
            0 12 31W * ? *       | 2026-10-01T00:00:00Z | 2026-10-30T12:00:00Z | 2026-12-31T12:00:00Z
            0 12 15,L * ? *      | 2026-11-16T00:00:00Z | 2026-11-30T12:00:00Z | 2026-12-15T12:00:00Z
            0 12 ? * SAT#5 *     | 2026-11-01T00:00:00Z | 2027-01-30T12:00:00Z | 2027-05-29T12:00:00Z
            0 12 ? * FRIL *      | 2026-11-01T00:00:00Z | 2026-11-27T12:00:00Z | 2026-12-25T12:00:00Z
            0 12 ? * 2,4-6 *     | 2026-11-21T00:00:00Z | 2026-11-23T12:00:00Z | 2026-11-25T12:00:00Z
            0 0 29 2 ? *         | 2026-11-21T00:00:00Z | 2028-02-29T00:00:00Z | 2032-02-29T00:00:00Z
            0 0 1 1 ? 2027,2199  | 2026-11-21T00:00:00Z | 2027-01-01T00:00:00Z | 2199-01-01T00:00:00Z
            """)
    void daysOfAllKindsAreFound(String cron, String after, String first, String second) {
        assertThat(after(cron.strip(), after.strip(), ZoneOffset.UTC, 2))
                .containsExactly(first.strip(), second.strip());
    }

    @Test
    void calendarThatIsOverNeverFires() {
        assertThat(after("0 0 30 2 ? *", "2026-11-21T00:00:00Z", ZoneOffset.UTC, 1))
                .isEmpty();
        assertThat(after("0 0 * * ? 2026", "2026-12-31T00:00:00Z", ZoneOffset.UTC, 1))
                .isEmpty();
    }

    @Test
    void hourThatClocksShowTwiceIsMeantOnceAndOneThatTheyLeaveOutNotAtAll() {
        var zurich = ZoneId.of("Europe/Zurich");
        assertThat(after("*/30 1-3 25 10 ? 2026", "2026-10-24T00:00:00Z", zurich, 7))
                .containsExactly(
                        "2026-10-24T23:00:00Z",
                        "2026-10-24T23:30:00Z",
                        "2026-10-25T00:00:00Z",
                        "2026-10-25T00:30:00Z",
                        "2026-10-25T02:00:00Z",
                        "2026-10-25T02:30:00Z");
        assertThat(after("*/30 1-3 28 3 ? 2027", "2027-03-27T00:00:00Z", zurich, 7))
                .containsExactly(
                        "2027-03-28T00:00:00Z", "2027-03-28T00:30:00Z", "2027-03-28T01:00:00Z", "2027-03-28T01:30:00Z");
        // Within the hour that is shown a second time, the next one is behind it.
        assertThat(after("*/30 1-3 ? * * *", "2026-10-25T01:15:00Z", zurich, 1))
                .containsExactly("2026-10-25T02:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 1 * * * *",
                "0 1 ? * ? *",
                "0 1 * * ?",
                "0 1 * * ? * *",
                "60 1 * * ? *",
                "0 24 * * ? *",
                "0 1 0 * ? *",
                "0 1 32 * ? *",
                "0 1 * 13 ? *",
                "0 1 ? * 0 *",
                "0 1 ? * 8 *",
                "0 1 ? * MON#6 *",
                "0 1 ? * MON#1,TUE#2 *",
                "0 1 ? * MON#1,TUE *",
                "0 1 * * ? 1969",
                "0 1 * * ? 2200",
                "0/0 1 * * ? *",
                "0 1 L-3 * ? *",
                "0 1 32W * ? *",
                "L 1 * * ? *",
                "? 1 * * ? *",
                "0 1 * ? * *",
                "1,, 1 * * ? *",
                "1- 1 * * ? *",
                "0 1 * JANUARY ? *"
            })
    void whatIsNoCalendarIsRefused(String cron) {
        assertThatThrownBy(() -> after(cron, "2026-11-21T00:00:00Z", ZoneOffset.UTC, 1))
                .hasMessageContaining("Invalid Schedule Expression cron(" + cron + ").");
    }
}
