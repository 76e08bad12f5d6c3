package com.lifeverse.liveops.ramp;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.event.Audience;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.Ramp;
import com.lifeverse.liveops.event.Ramp.Step;
import com.lifeverse.liveops.plan.Reach;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rules")
final class RampRulesTest {
    private static final Instant START = Instant.parse("2027-03-01T18:00:00Z");
    /** At once, after an hour, after three. */
    private static final Ramp RAMP = new Ramp(List.of(step(1, 0), step(10, 60), step(100, 180)), List.of("errors"));

    private static final Optional<RampState> NOBODY_STEPPED_IN = Optional.empty();

    @ParameterizedTest(name = "{0} minutes after the start it is at step {1}")
    @CsvSource({"-600, 0", "0, 0", "59, 0", "60, 1", "179, 1", "180, 2", "6000, 2"})
    void aRampGoesUpByTheTimeSinceTheStart(int minutes, int step) {
        assertThat(RampRules.step(RAMP, START, after(minutes), NOBODY_STEPPED_IN))
                .isEqualTo(step);
    }

    @Test
    void whatIsHeldStaysWhereItIsHowLongEver() {
        var held = Optional.of(new RampState(true, 0, after(70)));

        assertThat(RampRules.step(RAMP, START, after(70), held)).isZero();
        assertThat(RampRules.step(RAMP, START, after(10_000), held)).isZero();
        assertThat(RampRules.step(RAMP, START.plus(Duration.ofDays(7)), after(70 + 7 * 1440), held))
                .as("and so does the next occurrence")
                .isZero();
    }

    @Test
    void whatGoesOnTakesItsTimeFromThereAndJumpsOverNothing() {
        var resumed = Optional.of(new RampState(false, 0, after(500)));

        assertThat(RampRules.step(RAMP, START, after(500), resumed)).isZero();
        assertThat(RampRules.step(RAMP, START, after(559), resumed)).isZero();
        assertThat(RampRules.step(RAMP, START, after(560), resumed)).isEqualTo(1);
        assertThat(RampRules.step(RAMP, START, after(680), resumed)).isEqualTo(2);
        assertThat(RampRules.moments(RAMP, START, resumed)).containsExactly(after(500), after(560), after(680));
        assertThat(RampRules.step(RAMP, after(1000), after(1060), resumed))
                .as("an occurrence that starts later has nothing to catch up with")
                .isEqualTo(1);
    }

    @Test
    void anAlarmTakesItAStepBackFromTheFirstToNobodyAndHoldsItOnce() {
        var event = event();

        assertThat(RampRules.ring(event, after(70), NOBODY_STEPPED_IN)).contains(new RampState(true, 0, after(70)));
        assertThat(RampRules.ring(event, after(10), NOBODY_STEPPED_IN))
                .contains(new RampState(true, RampRules.NOBODY, after(10)));
        assertThat(RampRules.ring(event, after(80), Optional.of(new RampState(true, 0, after(70)))))
                .isEmpty();
        assertThat(RampRules.at(RAMP, RampRules.NOBODY)).isEmpty();
    }

    @Test
    void anAlarmIsNoMatterOfTheRampBeforeTheStartAfterTheEndOrOnceTheLastStepHasHeldAsLongAsTheOneBefore() {
        var event = event();

        assertThat(RampRules.ring(event, after(-1), NOBODY_STEPPED_IN)).isEmpty();
        assertThat(RampRules.ring(event, after(299), NOBODY_STEPPED_IN)).isPresent();
        assertThat(RampRules.ring(event, after(300), NOBODY_STEPPED_IN)).isEmpty();
        assertThat(RampRules.ring(event, after(1440), NOBODY_STEPPED_IN)).isEmpty();
    }

    @Test
    void onlyWhatIsHeldCanGoOn() {
        assertThat(RampRules.resume(after(9), NOBODY_STEPPED_IN)).isEmpty();
        assertThat(RampRules.resume(after(9), Optional.of(new RampState(false, 1, after(1)))))
                .isEmpty();
        assertThat(RampRules.resume(after(9), Optional.of(new RampState(true, 1, after(1)))))
                .contains(new RampState(false, 1, after(9)));
    }

    @Test
    void whatSomebodyHasSteppedInOnStaysThroughAnotherRevisionUntilThatOccurrenceIsOver() {
        var held = Optional.of(new RampState(true, 0, after(70)));
        var resumed = Optional.of(new RampState(false, 0, after(80)));

        assertThat(RampRules.carried(Optional.of(RAMP), event(), after(160), held))
                .isEqualTo(held);
        assertThat(RampRules.carried(Optional.of(RAMP), event(), after(160), resumed))
                .as("or it would jump")
                .isEqualTo(resumed);
        assertThat(RampRules.carried(Optional.of(RAMP), event(), after(1440), held))
                .as("over")
                .isEmpty();
        assertThat(RampRules.carried(Optional.of(RAMP), event(), after(160), NOBODY_STEPPED_IN))
                .isEmpty();
        var daily = Given.with(
                Given.event("feast", Given.again(event().calendar(), "FREQ=DAILY"), Audience.ALL, Map.of()), RAMP);
        assertThat(RampRules.carried(Optional.of(RAMP), daily, after(1500), held))
                .as("the next occurrence is held as well")
                .isEqualTo(held);
        assertThat(RampRules.carried(Optional.of(RAMP), daily, after(1500), resumed))
                .as("the next occurrence has nothing to catch up with")
                .isEmpty();
    }

    @Test
    void otherStepsBringAHeldRampToNobodyWhomItWasNotFor() {
        var held = Optional.of(new RampState(true, 1, after(200)));

        assertThat(carried(held, step(5, 0), step(10, 60), step(100, 120)))
                .contains(new RampState(true, 1, after(200)));
        assertThat(carried(held, step(2, 0), step(5, 60), step(9, 90), step(100, 120)))
                .contains(new RampState(true, 2, after(200)));
        assertThat(carried(held, step(50, 0), step(100, 60)))
                .contains(new RampState(true, RampRules.NOBODY, after(200)));
        assertThat(carried(Optional.of(new RampState(false, 0, after(200))), step(1, 0), step(50, 30), step(100, 60)))
                .as("what goes on takes its time from now on")
                .contains(new RampState(false, 0, after(250)));
    }

    @Test
    void anAlarmAndWhatSomebodySteppedInOnAreAboutTheOccurrenceThatRunsHoweverManyAreInReview() {
        var weeks = Given.with(Given.calendar("2027-03-01T18:00", "PT6H", new Clocks.Utc()), "PT0S", "PT0S", "P30D");
        var daily = Given.with(Given.event(Given.again(weeks, "FREQ=DAILY")), RAMP);
        int fifthDay = 4 * 1440;
        var held = Optional.of(new RampState(true, 0, after(fifthDay + 70)));

        assertThat(RampRules.running(daily, after(fifthDay + 70)))
                .get()
                .extracting(Reach::from)
                .isEqualTo(after(fifthDay));
        assertThat(RampRules.ring(daily, after(fifthDay + 70), NOBODY_STEPPED_IN))
                .isEqualTo(held);
        assertThat(RampRules.carried(Optional.of(RAMP), daily, after(fifthDay + 160), held))
                .isEqualTo(held);
        assertThat(RampRules.running(daily, after(fifthDay + 360)))
                .as("between two")
                .isEmpty();
    }

    @Test
    void ofManyThatRunAroundTheWorldByPlayersClocksItIsTheOneThatStartedLast() {
        var hours = Given.again(Given.calendar("2027-03-01T00:00", "PT50M", new Clocks.PlayerLocal()), "FREQ=HOURLY");
        var hourly = Given.with(Given.event(hours), RAMP);
        var now = Instant.parse("2027-03-04T18:05:00Z");

        assertThat(Reach.running(hours, now)).hasSize(27);
        assertThat(RampRules.running(hourly, now))
                .get()
                .extracting(Reach::from)
                .isEqualTo(Instant.parse("2027-03-04T18:00:00Z"));
        assertThat(RampRules.ring(hourly, now, NOBODY_STEPPED_IN)).contains(new RampState(true, RampRules.NOBODY, now));
    }

    private static Optional<RampState> carried(Optional<RampState> state, Step... steps) {
        var wanted = Given.with(event(), new Ramp(List.of(steps), List.of()));
        return RampRules.carried(Optional.of(RAMP), wanted, after(250), state);
    }

    private static LiveEvent event() {
        var calendar = Given.calendar("2027-03-01T18:00", "P1D", new Clocks.Utc());
        return Given.with(Given.event("feast", calendar, Audience.ALL, Map.of("xp", 2)), RAMP);
    }

    private static Instant after(int minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static Step step(int percent, int minutes) {
        return new Step(percent, List.of(), Duration.ofMinutes(minutes));
    }
}
