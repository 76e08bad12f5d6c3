package com.lifeverse.liveops.lint;

import static com.lifeverse.liveops.support.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.event.Audience;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.support.Drafts;
import com.lifeverse.liveops.support.Given;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rules")
final class CatalogueLintTest {
    private static final Clocks UTC = new Clocks.Utc();
    private static final Clocks LOCAL = new Clocks.PlayerLocal();
    private static final Map<String, Object> DOUBLE = Map.of("xp.multiplier", 2);

    @ParameterizedTest(name = "{0} for players against {1} in UTC: {2}")
    @CsvSource({
        // Players at UTC+14 begin 14 hours earlier, those at UTC-12 end 12 hours later.
        "2027-03-10T18:00, 2027-03-10T03:59, true",
        "2027-03-10T18:00, 2027-03-10T02:59, false",
        "2027-03-10T18:00, 2027-03-11T06:59, true",
        "2027-03-10T18:00, 2027-03-11T07:00, false",
    })
    void anHourByPlayersClocksMeetsAnHourOfUtcWhereverAnyPlayerHasBoth(String local, String utc, boolean meets) {
        var mine = event("mine", Given.calendar(local, "PT1H", LOCAL));
        var theirs = event("theirs", Given.calendar(utc, "PT1H", UTC));

        assertThat(CatalogueLint.findings(mine, List.of(theirs), NOW).isEmpty()).isEqualTo(!meets);
        assertThat(CatalogueLint.findings(theirs, List.of(mine), NOW).isEmpty()).isEqualTo(!meets);
    }

    @Test
    void twoEventsByPlayersClocksMeetOnlyWhereOnePlayersClocksShowBoth() {
        var first = event("first", Given.calendar("2027-03-10T18:00", "PT1H", LOCAL));
        var second = event("second", Given.calendar("2027-03-10T19:00", "PT1H", LOCAL));

        assertThat(CatalogueLint.findings(first, List.of(second), NOW)).isEmpty();
    }

    @Test
    void anErrorSaysWhichKeyAndWhichOccurrencesMeet() {
        var weekly = event("weekly", Given.again(Given.calendar("2027-03-07T19:00", "PT2H", UTC), "FREQ=WEEKLY"));
        var once = event("once", Given.calendar("2027-03-21T20:59", "PT1H", UTC));

        assertThat(CatalogueLint.findings(once, List.of(weekly), NOW))
                .containsExactly(Finding.error(
                        "key-conflict",
                        "/overrides/xp.multiplier",
                        "is set by weekly as well, and 2027-03-21T20:59 of this meets 2027-03-21T19:00 of that"));
    }

    @Test
    @Timeout(10)
    void anHourlyEventIsHeldAgainstTwoHundredOthersAtOnce() {
        var hourly = event("hourly", Given.again(Given.calendar("2027-01-01T00:00", "PT10M", UTC), "FREQ=HOURLY"));
        var others = new ArrayList<LiveEvent>();
        for (int number = 0; number < 200; number++) {
            var start = "2027-01-%02dT%02d:%02d".formatted(1 + number % 28, number % 24, 10 + number % 40);
            var once = Given.calendar(start, "PT5M", UTC);
            var calendar = switch (number % 10) {
                case 0, 1, 2, 3 -> Given.again(once, "FREQ=WEEKLY");
                case 4, 5 -> Given.again(once, "FREQ=DAILY");
                default -> once;
            };
            others.add(event("other-" + number, calendar));
        }

        assertThat(CatalogueLint.findings(hourly, others, NOW)).isEmpty();

        others.add(event("far", Given.calendar("2029-05-05T05:05", "PT5M", UTC)));
        assertThat(CatalogueLint.findings(hourly, others, NOW)).hasSize(1);
    }

    @Test
    void noPlayerIsInTwoAudiencesOfDifferentPlatforms() {
        var when = Given.calendar("2027-03-10T18:00", "PT1H", UTC);
        var pc = Given.event("a", when, on("pc"), DOUBLE);

        assertThat(CatalogueLint.findings(pc, List.of(Given.event("b", when, on("switch"), DOUBLE)), NOW))
                .isEmpty();
        assertThat(CatalogueLint.findings(pc, List.of(Given.event("b", when, Audience.ALL, DOUBLE)), NOW))
                .hasSize(1);
    }

    @Test
    void noPlayerIsInAnAudienceAndInOneThatLeavesItOut() {
        var when = Given.calendar("2027-03-10T18:00", "PT1H", UTC);
        Map<String, Object> west = Map.of("region", List.of("eu-west"));
        var there = Given.event("a", when, new Audience(List.of(west), List.of(), 100), DOUBLE);
        var elsewhere = Given.event("b", when, new Audience(List.of(), List.of(west), 100), DOUBLE);

        assertThat(CatalogueLint.findings(there, List.of(elsewhere), NOW)).isEmpty();
        assertThat(CatalogueLint.findings(elsewhere, List.of(there), NOW)).isEmpty();
    }

    @Test
    void anEventIsNoConflictOfItsOwnOlderRevision() {
        var event = event("feast", Given.calendar("2027-03-10T18:00", "PT1H", UTC));

        assertThat(CatalogueLint.findings(event, List.of(event), NOW)).isEmpty();
    }

    @Test
    void anEventThatIsRequiredMustBeThere() {
        var when = Given.calendar("2027-03-10T18:00", "PT1H", UTC);
        var needy = Given.with(Given.event(when), Optional.empty(), List.of(), List.of("overture"));

        assertThat(CatalogueLint.findings(needy, List.of(), NOW))
                .containsExactly(Finding.error("dependency-missing", "/requires/0", "there is no event overture"));
        assertThat(CatalogueLint.findings(needy, List.of(Given.event("overture", when, Audience.ALL, Map.of())), NOW))
                .isEmpty();
    }

    @Test
    void whatAnEventSetsWhereItIsSwitchedOffIsSetByNoOther() {
        var when = Given.calendar("2027-03-10T18:00", "PT1H", UTC);
        var lights = Drafts.of(
                        "lights",
                        "2027-03-10T18:00",
                        "plaza.decor",
                        "ann",
                        "fallback: { overrides: { xp.multiplier: 1 } }")
                .event();
        var doubled = event("doubled", when);

        assertThat(CatalogueLint.findings(doubled, List.of(lights), NOW))
                .extracting(Finding::code, Finding::pointer)
                .containsExactly(tuple("key-conflict", "/overrides/xp.multiplier"));
        assertThat(CatalogueLint.findings(lights, List.of(doubled), NOW))
                .extracting(Finding::code, Finding::pointer)
                .containsExactly(tuple("key-conflict", "/fallback/overrides/xp.multiplier"));
        assertThat(CatalogueLint.findings(lights, List.of(lights), NOW)).isEmpty();
    }

    private static LiveEvent event(String id, EventCalendar calendar) {
        return Given.event(id, calendar, Audience.ALL, DOUBLE);
    }

    private static Audience on(String platform) {
        return new Audience(List.of(Map.of("platform", List.of(platform))), List.of(), 100);
    }
}
