package com.lifeverse.liveops.lint;

import static com.lifeverse.liveops.support.Given.BERLIN;
import static com.lifeverse.liveops.support.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.lint.Finding.Severity;
import com.lifeverse.liveops.support.Given;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class TimeLintTest {
    private static final Clocks UTC = new Clocks.Utc();

    @Test
    void aStartThatClocksArePutForwardOverIsAWarningThatSaysWhenItBegins() {
        var findings = findings(Given.calendar("2027-03-28T02:30", "PT1H", BERLIN));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("start-in-gap");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.message()).contains("2027-03-28T02:30 never comes", "begins at 2027-03-28T03:30");
        });
    }

    @Test
    void aStartThatComesTwiceIsAWarning() {
        assertThat(codes(Given.calendar("2027-10-31T02:30", "PT10M", BERLIN))).containsExactly("start-comes-twice");
    }

    @Test
    void aRecurringEventIsSaidToMoveByUtcWhenItsZoneChangesClocks() {
        var race = Given.again(Given.calendar("2027-03-07T19:00", "PT2H", BERLIN), "FREQ=WEEKLY;COUNT=6;BYDAY=SU");

        assertThat(findings(race))
                .containsExactly(Finding.note(
                        "utc-shift",
                        "/when/time",
                        "by UTC it begins at 18:00 until 2027-03-21, and from 2027-03-28 on at 17:00"));
        assertThat(codes(Given.again(Given.calendar("2027-03-07T19:00", "PT2H", UTC), "FREQ=WEEKLY;COUNT=6;BYDAY=SU")))
                .isEmpty();
    }

    @Test
    void aChangeOfClocksInsideOfAnEventIsTold() {
        assertThat(findings(Given.calendar("2027-03-27T12:00", "P1D", BERLIN)))
                .extracting(Finding::message)
                .containsExactly(
                        "clocks change in Europe/Berlin while 2027-03-27T12:00 runs: P1D are 23 hours that time");
    }

    @Test
    void anEventByPlayersClocksIsSaidToSpanADayAndToMeetTheirChangesOfClocks() {
        var local = Given.calendar("2027-03-28T02:30", "PT1H", new Clocks.PlayerLocal());

        assertThat(codes(local)).containsExactly("span", "start-in-gap");
        assertThat(findings(local).getLast().message()).contains("[Europe/Berlin]");
        assertThat(codes(Given.calendar("2027-03-27T12:00", "P1D", new Clocks.PlayerLocal())))
                .containsExactly("span", "clocks-change-inside");
    }

    @Test
    void whatNeverHappensIsAnErrorAndWhatIsOverAWarning() {
        var once = Given.calendar("2027-03-07T19:00", "PT2H", UTC);

        assertThat(findings(Given.again(once, "FREQ=WEEKLY;COUNT=1", "2027-03-07T19:00")))
                .containsExactly(Finding.error("never", "/when", "it never happens"));
        assertThat(codes(Given.calendar("2026-12-30T19:00", "PT2H", UTC))).containsExactly("over");
        assertThat(TimeLint.findings(Given.event(once), Instant.parse("2027-03-07T20:00:00Z")))
                .isEmpty();
    }

    @Test
    void anEventThatBeginsAgainWhileItRunsIsAnError() {
        var daily = Given.again(Given.calendar("2027-03-07T19:00", "PT25H", UTC), "FREQ=DAILY");

        assertThat(codes(daily)).containsExactly("overlaps-itself");
        assertThat(codes(Given.again(Given.calendar("2027-03-07T19:00", "PT24H", UTC), "FREQ=DAILY")))
                .isEmpty();
    }

    @Test
    void aPhaseThatNobodySeesIsAWarning() {
        var once = Given.calendar("2027-03-07T19:00", "PT2H", UTC);
        var daily = Given.again(Given.with(once, "PT22H", "PT0S", "PT1H"), "FREQ=DAILY");

        assertThat(findings(Given.with(once, "P1D", "PT2H", "P1D")))
                .extracting(Finding::pointer)
                .containsExactly("/phases/endingSoon");
        assertThat(findings(daily)).extracting(Finding::pointer).containsExactly("/phases/review");
    }

    @Test
    void anExclusionThatExcludesNothingAndAStartThatIsNoneAreWarnings() {
        var race = Given.calendar("2027-03-08T19:00", "PT2H", UTC);

        assertThat(codes(Given.again(race, "FREQ=WEEKLY;COUNT=9;BYDAY=SU", "2027-03-22T19:00")))
                .containsExactly("excludes-nothing", "start-is-none");
        assertThat(codes(Given.again(race, "FREQ=WEEKLY;COUNT=9;BYDAY=MO", "2027-03-22T19:00")))
                .isEmpty();
    }

    @Test
    void midnightIsAWarningWhereItIsOneMomentForAll() {
        assertThat(codes(Given.calendar("2027-03-07T00:00", "PT2H", UTC))).containsExactly("midnight-herd");
        assertThat(codes(Given.calendar("2027-03-07T00:00", "PT2H", new Clocks.PlayerLocal())))
                .containsExactly("span");
    }

    private static List<Finding> findings(EventCalendar calendar) {
        return TimeLint.findings(Given.event(calendar), NOW);
    }

    private static List<String> codes(EventCalendar calendar) {
        return Given.codes(findings(calendar));
    }
}
