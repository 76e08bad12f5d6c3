package com.lifeverse.trigger.decide;

import static com.lifeverse.trigger.Given.DAY;
import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.decide.Decision.Capped;
import com.lifeverse.trigger.decide.Decision.Counted;
import com.lifeverse.trigger.decide.Decision.Duplicate;
import com.lifeverse.trigger.decide.Decision.Fired;
import com.lifeverse.trigger.decide.Decision.LoopStopped;
import com.lifeverse.trigger.decide.Decision.TooLate;
import com.lifeverse.trigger.spec.Span;
import com.lifeverse.trigger.spec.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class TriggerRulesTest {
    private static final Trigger FIRST_WIN = Given.firstWin();

    @Test
    void firstWinOfTheDayFiresWithItsEffectsAsData() {
        var fired = (Fired) decide(FIRST_WIN, win("m1", NOW), TriggerState.NEW);

        assertThat(fired.occurrence()).isEqualTo("2026-11-20");
        assertThat(fired.told().payload())
                .containsEntry("trigger", "first-win-of-the-day")
                .containsEntry("decisionId", fired.id())
                .containsEntry("occurrence", "2026-11-20")
                .containsEntry(
                        "effects",
                        List.of(
                                Map.of("kind", "grant", "tier", 1, "item", "coins", "amount", 100),
                                Map.of("kind", "notify", "tier", 2, "message", "first-win")));
    }

    @Test
    void whatIsToldSaysWhenItHappenedAndWhenItWasDecided() {
        var happened = NOW.minusSeconds(900);
        var told = ((Fired) decide(FIRST_WIN, win("m1", happened), TriggerState.NEW)).told();

        assertThat(told.payload()).containsEntry("happenedAt", happened.toString());
        assertThat(told.time()).isEqualTo(NOW);
    }

    @Test
    void whatIsToldGoesOnWithTheCausesCorrelationAndChain() {
        var cause = Given.afterHops(win("m1", NOW), 3);
        var told = ((Fired) decide(FIRST_WIN, cause, TriggerState.NEW)).told();

        assertThat(told.correlationId()).isEqualTo(cause.correlationId());
        assertThat(told.causation()).containsExactly(cause.id());
        assertThat(told.hops()).isEqualTo(4);
        assertThat(told.producer()).isEqualTo("trigger");
        assertThat(told.time()).isEqualTo(NOW);
    }

    @Test
    void secondWinOfTheDayIsCappedUntilMidnight() {
        var after = stateAfter(FIRST_WIN, win("m1", NOW));

        assertThat(decide(FIRST_WIN, win("m2", NOW), after))
                .isEqualTo(new Capped(Instant.parse("2026-11-21T00:00:00Z")));
    }

    @Test
    void sameHappeningToldAgainIsADuplicateEvenOnTheNextDay() {
        var after = stateAfter(FIRST_WIN, win("m1", NOW));

        assertThat(decide(FIRST_WIN, win("m1", NOW), after)).isEqualTo(new Duplicate(NOW));
        assertThat(decide(FIRST_WIN, win("m1", NOW.plus(Duration.ofDays(1))), after))
                .isEqualTo(new Duplicate(NOW));
    }

    @Test
    void sameNameOfAnotherEventTypeIsAnotherHappening() {
        var generous = Given.trigger(1, DAY, 2, DAY);
        var start = Envelope.first("evt_x", "match.started.v1", NOW, Given.ANNA, "game-server", Map.of())
                .deduplicatedBy("m1");

        assertThat(decide(generous, start, stateAfter(generous, win("m1", NOW))))
                .isInstanceOf(Fired.class);
    }

    @Test
    void lateWinCountsForTheDayItHappenedOn() {
        var today = stateAfter(FIRST_WIN, win("m2", NOW));
        var yesterday = decide(FIRST_WIN, win("m1", NOW.minus(Duration.ofDays(1))), today);

        assertThat(((Fired) yesterday).occurrence()).isEqualTo("2026-11-19");
    }

    @Test
    void everyThirdWinFiresAndEachTimeHasItsOwnOccurrence() {
        var third = Given.trigger(3, DAY, 2, DAY);
        var decisions = decideAll(third, 8);

        assertThat(decisions.subList(0, 2)).hasOnlyElementsOfType(Counted.class);
        assertThat(((Fired) decisions.get(2)).occurrence()).isEqualTo("2026-11-20");
        assertThat(((Fired) decisions.get(5)).occurrence()).isEqualTo("2026-11-20.2");
        assertThat(decisions.subList(6, 8)).hasOnlyElementsOfType(Capped.class);
    }

    @Test
    void windowBeginsAnewWithItsSpan() {
        var twice = Given.trigger(2, new Span(Duration.ofHours(1)), 5, DAY);
        var state = stateAfter(twice, win("m1", NOW));
        var counted = (Counted) decide(twice, win("m2", NOW.plus(Duration.ofHours(1))), state);

        assertThat(counted.count()).isEqualTo(1);
        assertThat(counted.of()).isEqualTo(2);
        assertThat(decide(twice, win("m3", NOW), counted.state())).isInstanceOf(Fired.class);
    }

    @Test
    void eventOlderThanTheHorizonIsTooLate() {
        var oldest = NOW.minus(Standard.of(TriggerPolicy.class).horizon());

        assertThat(decide(FIRST_WIN, win("m1", oldest), TriggerState.NEW)).isInstanceOf(Fired.class);
        assertThat(decide(FIRST_WIN, win("m1", oldest.minusMillis(1)), TriggerState.NEW))
                .isEqualTo(new TooLate(oldest));
    }

    @Test
    void eventAfterEightHopsLeadsToNothing() {
        assertThat(decide(FIRST_WIN, Given.afterHops(win("m1", NOW), 7), TriggerState.NEW))
                .isInstanceOf(Fired.class);
        assertThat(decide(FIRST_WIN, Given.afterHops(win("m1", NOW), 8), TriggerState.NEW))
                .isEqualTo(new LoopStopped(8));
    }

    @Test
    void whatAReplayLeadsToIsMarkedAsReplay() {
        var replay = (Fired) decide(FIRST_WIN, Given.replayed(win("m1", NOW)), TriggerState.NEW);

        assertThat(replay.told().isReplay()).isTrue();
    }

    @Test
    void sameDecisionHasTheSameIdsHoweverOftenAndWheneverItIsMade() {
        var once = (Fired) decide(FIRST_WIN, win("m1", NOW), TriggerState.NEW);
        var again = (Fired) TriggerRules.decide(
                FIRST_WIN,
                Happening.of(win("m1", NOW)),
                TriggerState.NEW,
                NOW.plusSeconds(60),
                Standard.of(TriggerPolicy.class));
        var other = (Fired) decide(FIRST_WIN, win("m2", NOW), TriggerState.NEW);

        assertThat(again.id()).isEqualTo(once.id()).matches("dec_[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab].*");
        assertThat(again.told().id()).isEqualTo(once.told().id());
        assertThat(other.id()).isNotEqualTo(once.id());
    }

    @Test
    void happeningsAreForgottenOnlyWhenNothingOfTheirSpansIsActedOn() {
        var weekly = Given.trigger(1, DAY, 1, new Span(Duration.ofDays(7)));
        var first = stateAfter(weekly, win("m1", Instant.parse("2026-11-19T00:00:00Z")));
        var muchLater = Instant.parse("2026-12-10T23:59:59Z");
        var lateOfTheSameWeek = win("m2", Instant.parse("2026-11-25T23:59:59Z"));

        assertThat(TriggerRules.decide(
                        weekly, Happening.of(lateOfTheSameWeek), first, muchLater, Standard.of(TriggerPolicy.class)))
                .isInstanceOf(Capped.class);
    }

    @Test
    void fullMemoryForgetsTheOldestAndNeverActsOnWhatThatCouldHaveStopped() {
        var policy = new TriggerPolicy(Duration.ofDays(15), 8, 3, 5, Duration.ofSeconds(10), Duration.ofDays(400), 200);
        var always = Given.trigger(1, DAY, 100, DAY);
        var state = TriggerState.NEW;
        for (int match = 0; match < 4; match++) {
            var win = win("m" + match, NOW.plusSeconds(match));
            state = ((Fired) TriggerRules.decide(always, Happening.of(win), state, NOW, policy)).state();
        }

        assertThat(state.seen()).hasSize(3);
        assertThat(TriggerRules.decide(always, Happening.of(win("m0", NOW)), state, NOW, policy))
                .isEqualTo(new TooLate(DAY.end(NOW)));
    }

    @Test
    void whoRemembersLongerLaterDoesNotActOnWhatWasForgotten() {
        var brief = new TriggerPolicy(Duration.ofDays(15), 8, 9, 5, Duration.ofSeconds(10), Duration.ofDays(400), 200);
        var patient =
                new TriggerPolicy(Duration.ofDays(90), 8, 9, 5, Duration.ofSeconds(10), Duration.ofDays(400), 200);
        var always = Given.trigger(1, DAY, 100, DAY);
        var first = win("m0", NOW);
        var state = ((Fired) TriggerRules.decide(always, Happening.of(first), TriggerState.NEW, NOW, brief)).state();
        var later = NOW.plus(Duration.ofDays(20));
        state = ((Fired) TriggerRules.decide(always, Happening.of(win("m1", later)), state, later, brief)).state();

        assertThat(state.seen()).as("m0 is forgotten").hasSize(1);
        assertThat(TriggerRules.decide(always, Happening.of(first), state, later, patient))
                .isInstanceOf(TooLate.class);
    }

    private static List<Decision> decideAll(Trigger trigger, int wins) {
        var decisions = new ArrayList<Decision>();
        var state = TriggerState.NEW;
        for (int match = 0; match < wins; match++) {
            var decision = decide(trigger, win("m" + match, NOW), state);
            decisions.add(decision);
            state = TriggerRules.after(decision, state);
        }
        return decisions;
    }

    private static TriggerState stateAfter(Trigger trigger, Envelope event) {
        return TriggerRules.after(decide(trigger, event, TriggerState.NEW), TriggerState.NEW);
    }

    private static Decision decide(Trigger trigger, Envelope event, TriggerState state) {
        return TriggerRules.decide(trigger, Happening.of(event), state, NOW, Standard.of(TriggerPolicy.class));
    }
}
