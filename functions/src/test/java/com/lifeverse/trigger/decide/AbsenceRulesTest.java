package com.lifeverse.trigger.decide;

import static com.lifeverse.trigger.Given.ANNA;
import static com.lifeverse.trigger.Given.DAY;
import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.decide.Decision.Answered;
import com.lifeverse.trigger.decide.Decision.Fired;
import com.lifeverse.trigger.decide.Decision.Waiting;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Span;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window;
import com.lifeverse.trigger.spec.Window.Frame;
import com.lifeverse.trigger.spec.Window.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class AbsenceRulesTest {
    private static final Duration LONG = Duration.ofDays(1);
    private static final Trigger LAPSED = Given.trigger(
            new Window(new Measure.Absence(Map.of()), DAY, Frame.SLIDING, Scope.PLAYER), Limits.perPlayer(1, DAY));

    @Test
    void whoDoesNotComeBackInTimeSetsTheTriggerOff() {
        var waiting = (Waiting) decide("left", NOW, 0, TriggerState.NEW);
        var due = NOW.plus(LONG);

        assertThat(waiting.due()).isEqualTo(due);
        assertThat(due(waiting.state(), due.minusSeconds(1))).isEmpty();
        assertThat(due(waiting.state(), due).orElseThrow()).isInstanceOf(Fired.class);
    }

    @Test
    void dueTimeThatComesTwiceFiresOnce() {
        var waiting = (Waiting) decide("left", NOW, 0, TriggerState.NEW);
        var fired = (Fired) due(waiting.state(), NOW.plus(LONG)).orElseThrow();

        assertThat(due(fired.state(), NOW.plus(LONG))).isEmpty();
        assertThat(((Fired) due(waiting.state(), NOW.plus(LONG).plusSeconds(5)).orElseThrow())
                        .told()
                        .id())
                .isEqualTo(fired.told().id());
    }

    @Test
    void whoComesBackIsNotWaitedForWhicheverIsToldFirst() {
        var leftFirst = decide("back", NOW.plusSeconds(9), 1, stateOf(decide("left", NOW, 0, TriggerState.NEW)));
        var backFirst = decide("left", NOW, 0, stateOf(decide("back", NOW.plusSeconds(9), 1, TriggerState.NEW)));

        assertThat(leftFirst).isInstanceOf(Answered.class);
        assertThat(backFirst).isInstanceOf(Answered.class);
        assertThat(due(stateOf(leftFirst), NOW.plus(LONG))).isEmpty();
        assertThat(due(stateOf(backFirst), NOW.plus(LONG))).isEmpty();
    }

    @Test
    void oneEventCanAnswerTheWaitBeforeAndBeginTheNext() {
        var first = stateOf(decide("one", NOW, 0, TriggerState.NEW));
        var again = stateOf(decide("two", NOW.plusSeconds(60), 0, first));
        var answered = decide("two", NOW.plusSeconds(60), 1, again);

        assertThat(answered).isInstanceOf(Answered.class);
        assertThat(DueRules.next(LAPSED, stateOf(answered)))
                .contains(NOW.plusSeconds(60).plus(LONG));
        assertThat(DueRules.next(LAPSED, stateOf(decide("one", NOW, 1, first)))).contains(NOW.plus(LONG));
    }

    @Test
    void whatComesOfAWaitIsAsFarDownTheChainAsWhatBeganIt() {
        var began = TriggerRules.decide(
                LAPSED,
                Happening.of(Given.afterHops(win("left", NOW), 6)),
                TriggerState.NEW,
                NOW,
                Standard.of(TriggerPolicy.class));

        assertThat(((Fired) due(stateOf(began), NOW.plus(LONG)).orElseThrow())
                        .told()
                        .hops())
                .isEqualTo(7);
    }

    @Test
    void waitThatEndsWhenNothingMayBeDoneIsOverAllTheSame() {
        var two = stateOf(decide("two", NOW.plusSeconds(5), 0, stateOf(decide("one", NOW, 0, TriggerState.NEW))));
        var fired = (Fired) due(two, NOW.plus(LONG)).orElseThrow();
        var capped = DueRules.overdue(
                        LAPSED, ANNA, true, fired.state(), NOW.plus(LONG).plusSeconds(5))
                .orElseThrow();

        assertThat(capped.decision()).isInstanceOf(Decision.Capped.class);
        assertThat(DueRules.next(LAPSED, capped.otherwise())).isEmpty();
    }

    @Test
    void waitIsNotHeldAgainstItselfByTheThrottle() {
        assertThat(fired(1, 1)).as("of one with one at once").isEqualTo(1);
        assertThat(fired(2, 2)).as("of two with two at once").isEqualTo(2);
        assertThat(fired(3, 2)).as("of three with two at once").isEqualTo(2);
    }

    /** How many of so many waits, a minute apart, fire where the throttle lets so many count in an hour. */
    private static long fired(int waits, int most) {
        var throttle = Optional.of(new Limits.Cap(most, new Span(Duration.ofHours(1))));
        var trigger = Given.trigger(
                LAPSED.window(),
                new Limits(
                        new Limits.Cap(9, DAY),
                        Optional.empty(),
                        Optional.empty(),
                        throttle,
                        Optional.empty(),
                        Optional.empty()));
        var state = TriggerState.NEW;
        for (int minute = 0; minute < waits; minute++) {
            var left = new Happening(win("m" + minute, NOW.plus(Duration.ofMinutes(minute))), 0);
            state = stateOf(TriggerRules.decide(trigger, left, state, NOW, Standard.of(TriggerPolicy.class)));
        }
        for (int wait = 0; wait < waits; wait++) {
            var due = DueRules.overdue(trigger, ANNA, true, state, NOW.plus(LONG.multipliedBy(2)))
                    .orElseThrow();
            state = due.decision() instanceof Fired fired ? fired.state() : due.otherwise();
        }
        return state.seen().stream()
                .filter(seen -> seen.mark() == TriggerState.Mark.FIRED)
                .count();
    }

    @Test
    void whatHappenedBeforeIsNoAnswer() {
        var back = stateOf(decide("back", NOW.minusSeconds(9), 1, TriggerState.NEW));

        assertThat(decide("left", NOW, 0, back)).isInstanceOf(Waiting.class);
    }

    private static Decision decide(String name, Instant time, int step, TriggerState state) {
        return TriggerRules.decide(
                LAPSED, new Happening(win(name, time), step), state, NOW, Standard.of(TriggerPolicy.class));
    }

    private static TriggerState stateOf(Decision decision) {
        return TriggerRules.after(decision, TriggerState.NEW);
    }

    private static Optional<Decision> due(TriggerState state, Instant now) {
        return DueRules.overdue(LAPSED, ANNA, true, state, now).map(DueRules.Due::decision);
    }
}
