package com.lifeverse.liveops.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.platform.json.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class CapacityRulesTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final CapacityPolicy POLICY = new CapacityPolicy(
            Duration.ofMinutes(45),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6),
            new Instances(10, 30),
            new Instances(4, 100),
            new Units(350, 2_000, 20_000, 5_000));

    @Test
    void moreStandsReadyAheadOfTheStartUntilAfterTheEnd() {
        var feast = event("feast", "2026-12-02T18:00", "PT2H", "utc", 2.5, "");

        var steps = schedule(feast);
        assertThat(steps)
                .extracting(step -> step.at().toString())
                .containsExactly("2026-12-02T17:15:00Z", "2026-12-02T20:15:00Z");
        assertThat(steps.getFirst().after().targets(POLICY))
                .as("what the usual load takes is among it")
                .containsExactly(
                        new Target.Function("sign-in", 25),
                        new Target.Function("timeline", 10),
                        new Target.Table("live", 875, 5_000));
        assertThat(steps.getLast().after().targets(POLICY)).isEqualTo(Demand.USUAL.targets(POLICY));
    }

    @Test
    void ofEventsAtOnceEachAddsItsOwnAndNothingIsTakenBackWhileAnyNeedsIt() {
        var feast = event("feast", "2026-12-02T18:00", "PT2H", "utc", 2.5, "");
        var race = event("race", "2026-12-02T19:00", "PT4H", "utc", 1.25, "");

        assertThat(told(schedule(feast, race)))
                .containsExactly(
                        "17:15 feast 2.50 sign-in 25 timeline 10",
                        "18:15 feast race 2.75 sign-in 28 timeline 11",
                        "20:15 race 1.25 sign-in 13 timeline 5",
                        "23:15  1.00 sign-in 0 timeline 0");
    }

    @Test
    void betweenTwoEventsThatFollowCloselyNothingIsTakenBack() {
        var first = event("first", "2026-12-02T10:00", "PT2H", "utc", 2, "");
        var second = event("second", "2026-12-02T13:00", "PT2H", "utc", 2, "");
        assertThat(told(schedule(first, second)))
                .as("the second is made ready at the moment at which the first is taken back")
                .containsExactly("09:15 first 2.00 sign-in 20 timeline 8", "15:15  1.00 sign-in 0 timeline 0");
    }

    @Test
    void anEventCountsOnceHoweverCloseItsOccurrencesAre() {
        var hourly = event("hourly", "2026-12-02T10:00", "PT30M", "utc", 2, "FREQ=HOURLY;COUNT=3");
        assertThat(told(schedule(hourly)))
                .containsExactly("09:15 hourly 2.00 sign-in 20 timeline 8", "12:45  1.00 sign-in 0 timeline 0");
    }

    @Test
    void byPlayersOwnClocksItIsFromTheFirstPlaceOnEarthToTheLast() {
        var festival = event("festival", "2026-12-04T18:00", "P1D", "player-local", 2, "");
        assertThat(schedule(festival))
                .extracting(step -> step.at().toString())
                .containsExactly("2026-12-04T03:15:00Z", "2026-12-06T06:15:00Z");
    }

    @Test
    void whatGoesByAZoneFollowsItsChangesOfClocks() {
        var race = event("race", "2027-03-21T19:00", "PT2H", "Europe/Berlin", 2, "FREQ=WEEKLY;BYDAY=SU;COUNT=2");
        var from = Instant.parse("2027-03-20T00:00:00Z");
        assertThat(CapacityRules.schedule(List.of(race), from, from.plus(Duration.ofDays(14)), POLICY))
                .extracting(step -> step.at().toString())
                .containsExactly(
                        "2027-03-21T17:15:00Z", "2027-03-21T20:15:00Z", "2027-03-28T16:15:00Z", "2027-03-28T19:15:00Z");
    }

    @Test
    void anEventThatBringsNoMoreThanUsualNeedsNothing() {
        assertThat(schedule(event("quiet", "2026-12-02T18:00", "PT2H", "utc", 1, "")))
                .isEmpty();
    }

    @Test
    void nothingIsMadeReadyBeyondTheMostAndWhatHasTheMostIsNoStep() {
        var feast = event("feast", "2026-12-02T18:00", "PT4H", "utc", 90, "");
        var race = event("race", "2026-12-02T19:00", "PT1H", "utc", 5, "");

        var steps = schedule(feast, race);
        assertThat(steps).hasSize(2);
        assertThat(steps.getFirst().after().targets(POLICY))
                .containsExactly(
                        new Target.Function("sign-in", 30),
                        new Target.Function("timeline", 100),
                        new Target.Table("live", 20_000, 5_000));
    }

    @Test
    void whoeverLooksWhileAnEventRunsFindsWhatItNeedsAlsoDuringALongReview() {
        var feast = event("feast", "2026-11-30T20:00", "P1D", "utc", 2, "");
        assertThat(schedule(feast))
                .extracting(step -> step.at().toString())
                .as("now, and its end")
                .containsExactly("2026-12-01T00:00:00Z", "2026-12-01T20:15:00Z");
        var end = Instant.parse("2026-12-01T20:15:00Z");
        assertThat(at(end.minusMillis(1), feast).factor()).isEqualTo(2);
        assertThat(at(end, feast).isMore()).as("its review needs nothing").isFalse();
    }

    @Test
    void whatWasWithdrawnIsNeededNoMoreAndAnotherRunSeesToIt() {
        var feast = event("feast", "2026-12-02T18:00", "PT2H", "utc", 2, "");
        var during = Instant.parse("2026-12-02T18:10:00Z");

        assertThat(at(during, feast).isMore()).isTrue();
        assertThat(at(during)).isEqualTo(Demand.USUAL);
        assertThat(CapacityRules.runName(List.of(), 8, during, POLICY))
                .isNotEqualTo(CapacityRules.runName(List.of(feast), 7, during, POLICY));
        assertThat(CapacityRules.runName(List.of(feast), 9, during, POLICY))
                .as("published once more within the hour")
                .isNotEqualTo(CapacityRules.runName(List.of(feast), 7, during, POLICY));
    }

    @Test
    void thereIsOneRunForEachChangeAndOneForEachHourThatItLasts() {
        var feast = event("feast", "2026-12-02T18:00", "PT2H", "utc", 2, "");
        assertThat(name("2026-12-02T17:14:59.999Z", feast)).isEqualTo("capacity-20261202T120000Z-r7");
        assertThat(name("2026-12-02T17:15:00Z", feast)).isEqualTo("capacity-20261202T171500Z-r7");
        assertThat(name("2026-12-02T17:59:00Z", feast)).isEqualTo("capacity-20261202T171500Z-r7");
        assertThat(name("2026-12-02T18:00:00Z", feast)).isEqualTo("capacity-20261202T180000Z-r7");
        assertThat(name("2026-12-02T20:15:00Z", feast)).isEqualTo("capacity-20261202T201500Z-r7");
        assertThat(name("2026-12-02T23:59:00Z", feast)).isEqualTo("capacity-20261202T201500Z-r7");
        assertThat(name("2026-12-03T00:00:00Z", feast)).isEqualTo("capacity-20261203T000000Z-r7");
    }

    @Test
    void theShippedNumbersHoldAndALeadThatIsTooShortDoesNot() {
        assertThat(Policies.standard().of(CapacityPolicy.class).lead()).isEqualTo(Duration.ofMinutes(45));
        assertThatThrownBy(() ->
                        Policies.differing("{\"capacity\":{\"lead\":\"PT5M\"}}").of(CapacityPolicy.class))
                .hasMessageContaining("lead must be 15 minutes to a day");
    }

    private static List<CapacityStep> schedule(LiveEvent... events) {
        return CapacityRules.schedule(List.of(events), NOW, NOW.plus(Duration.ofDays(14)), POLICY);
    }

    private static Demand at(Instant at, LiveEvent... events) {
        return CapacityRules.demand(CapacityRules.needs(List.of(events), at, at.plusMillis(1), POLICY), at);
    }

    private static String name(String at, LiveEvent event) {
        return CapacityRules.runName(List.of(event), 7, Instant.parse(at), POLICY);
    }

    private static List<String> told(List<CapacityStep> steps) {
        return steps.stream().map(CapacityRulesTest::told).toList();
    }

    private static String told(CapacityStep step) {
        var functions = step.after().targets(POLICY).stream()
                .flatMap(target -> switch (target) {
                    case Target.Function function -> List.of(function).stream();
                    case Target.Table ignored -> List.<Target.Function>of().stream();
                })
                .map(function -> function.name() + " " + function.instances())
                .collect(Collectors.joining(" "));
        return "%s %s %.2f %s"
                .formatted(
                        step.at().toString().substring(11, 16),
                        String.join(" ", step.after().events().keySet()),
                        step.after().factor(),
                        functions);
    }

    private static LiveEvent event(String id, String start, String duration, String time, double factor, String rule) {
        var repeat = rule.isEmpty() ? "" : ", repeat: { rule: \"" + rule + "\" }";
        var text = """
            event: %s
            type: festival
            title: { en: Feast }
            labels: [seasonal]
            owner: liveops-europe
            escalation: [liveops-europe]
            runbook: runbooks/live-event.md
            accessibility: No flashing effects at all.
            when: { start: "%s", duration: %s, time: %s%s }
            phases: { review: P3D }
            capacity: { peakFactor: %s }
            """.formatted(id, start, duration, time, repeat, String.format(Locale.ROOT, "%.2f", factor));
        if (LiveEventFile.read(text) instanceof LiveEventFile.Reading.Sound(var file)) {
            return file.event();
        }
        throw new AssertionError(LiveEventFile.read(text));
    }
}
