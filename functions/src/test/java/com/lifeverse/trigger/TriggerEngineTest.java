package com.lifeverse.trigger;

import static com.lifeverse.trigger.Given.ANNA;
import static com.lifeverse.trigger.Given.DAY;
import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.TriggerEngine.Wanted;
import com.lifeverse.trigger.TriggerStates.Subject;
import com.lifeverse.trigger.decide.Decision;
import com.lifeverse.trigger.decide.Decision.Capped;
import com.lifeverse.trigger.decide.Decision.Duplicate;
import com.lifeverse.trigger.decide.Decision.Exhausted;
import com.lifeverse.trigger.decide.Decision.Fired;
import com.lifeverse.trigger.decide.Happening;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Limits.Cap;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Pace;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window;
import com.lifeverse.trigger.spec.Window.Frame;
import com.lifeverse.trigger.spec.Window.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class TriggerEngineTest {
    private static final long SEED = 20_261_120L;

    private final RememberedStates states = new RememberedStates();

    @Test
    void batchOfOnePlayerCostsOneReadAndOneWrite() {
        var decisions = engine(states)
                .evaluate(Given.firstWin(), ANNA, happenings(win("m1", NOW), win("m2", NOW), win("m1", NOW)));

        assertThat(decisions.get(0)).isInstanceOf(Fired.class);
        assertThat(decisions.get(1)).isInstanceOf(Capped.class);
        assertThat(decisions.get(2)).isInstanceOf(Duplicate.class);
        assertThat(states.reads()).isEqualTo(1);
        assertThat(states.writes()).isEqualTo(1);
        assertThat(states.told()).hasSize(1);
    }

    @Test
    void eventThatChangesNothingCostsNoWrite() {
        engine(states).evaluate(Given.firstWin(), ANNA, happenings(win("m1", NOW)));
        engine(states).evaluate(Given.firstWin(), ANNA, happenings(win("m1", NOW), win("m2", NOW)));

        assertThat(states.writes()).isEqualTo(1);
    }

    @Test
    void redeliveredBatchFiresNothingAgain() {
        var batch = happenings(win("m1", NOW), win("m2", NOW.minus(Duration.ofDays(1))));
        engine(states).evaluate(Given.firstWin(), ANNA, batch);
        engine(states).evaluate(Given.firstWin(), ANNA, batch);

        assertThat(states.told().stream().map(Envelope::id)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void overtakenDecisionIsMadeAnewOnTheCurrentState() {
        var overtaken = new InterruptedStates(states, Interruption.OTHER_WRITER_FIRST);
        var decisions = engine(overtaken).evaluate(Given.firstWin(), ANNA, happenings(win("m1", NOW)));

        assertThat(decisions.getFirst()).isInstanceOf(Capped.class);
        assertThat(states.told()).hasSize(1);
        assertThat(states.reads()).isEqualTo(2);
    }

    @Test
    void receiverOfTheSameBatchAtTheSameTimeDoublesNothing() {
        var overtaken = new InterruptedStates(states, Interruption.SAME_BATCH_ELSEWHERE);
        var decisions = engine(overtaken).evaluate(Given.firstWin(), ANNA, happenings(win("m1", NOW)));

        assertThat(decisions.getFirst()).isInstanceOf(Fired.class);
        assertThat(states.told()).hasSize(1);
    }

    @Test
    void stateThatOthersKeepWritingIsGivenUpForThisTime() {
        var contended = new InterruptedStates(states, Interruption.ALWAYS_OVERTAKEN);

        assertThatExceptionOfType(TriggerEngine.Contended.class)
                .isThrownBy(() -> engine(contended).evaluate(Given.firstWin(), ANNA, happenings(win("m1", NOW))));
        assertThat(states.told()).isEmpty();
    }

    @Test
    void crashBeforeOrAfterTheWriteLosesNothingAndDoublesNothing() {
        for (var crash : List.of(Interruption.CRASH_BEFORE_WRITE, Interruption.CRASH_AFTER_WRITE)) {
            var fresh = new RememberedStates();
            var crashing = new InterruptedStates(fresh, crash);
            var batch = happenings(win("m1", NOW));
            assertThatExceptionOfType(InterruptedStates.Crash.class)
                    .isThrownBy(() -> engine(crashing).evaluate(Given.firstWin(), ANNA, batch));
            engine(fresh).evaluate(Given.firstWin(), ANNA, batch);

            assertThat(fresh.told()).as("after %s", crash).hasSize(1);
        }
    }

    @Test
    void everyOrderAndRepetitionFiresForTheSameDays() {
        var wins = new ArrayList<Envelope>();
        for (int day = 0; day < 5; day++) {
            for (int match = 0; match < 4; match++) {
                wins.add(win("d" + day + "m" + match, NOW.minus(Duration.ofDays(day))));
            }
        }
        for (int round = 0; round < 200; round++) {
            var random = new Random(SEED + round);
            var deliveries = new ArrayList<>(wins);
            wins.stream().filter(_ -> random.nextBoolean()).forEach(deliveries::add);
            Collections.shuffle(deliveries, random);
            var fresh = new RememberedStates();
            for (int from = 0; from < deliveries.size(); from += 7) {
                var batch = happenings(deliveries
                        .subList(from, Math.min(from + 7, deliveries.size()))
                        .toArray(Envelope[]::new));
                engine(fresh).evaluate(Given.trigger(2, DAY, 1, DAY), ANNA, batch);
            }

            assertThat(fresh.told().stream().map(event -> event.payload().get("occurrence")))
                    .as("seed %d", SEED + round)
                    .containsExactlyInAnyOrder("2026-11-20", "2026-11-19", "2026-11-18", "2026-11-17", "2026-11-16");
        }
    }

    @Test
    void allTriggersOfOnePlayerCostOneReadAndOneWriteAndThoseThatChangeNothingNone() {
        var first = new Wanted(Given.named("first"), ANNA, happenings(win("m1", NOW)));
        var second = new Wanted(Given.named("second"), ANNA, happenings(win("m1", NOW), win("m2", NOW)));
        engine(states).evaluate(List.of(first, second));

        assertThat(states.reads()).isEqualTo(1);
        assertThat(states.writes()).isEqualTo(1);
        assertThat(states.told()).hasSize(2);
        engine(states).evaluate(List.of(first, second));
        assertThat(states.writes()).isEqualTo(1);
    }

    @Test
    void overtakenWriteOfSeveralTriggersIsMadeAnewAsAWhole() {
        var overtaken = new InterruptedStates(states, Interruption.OTHER_WRITER_FIRST);
        var known = new Wanted(Given.firstWin(), ANNA, happenings(win("m1", NOW)));
        var second = new Wanted(Given.named("second"), ANNA, happenings(win("m1", NOW)));
        var decisions = engine(overtaken).evaluate(List.of(known, second));

        assertThat(decisions.getFirst().getFirst()).isInstanceOf(Capped.class);
        assertThat(decisions.getLast().getFirst()).isInstanceOf(Fired.class);
        assertThat(states.told()).hasSize(2);
    }

    @Test
    void firingThatDoesNotGetItsPartOfWhatAllShareIsNotRemembered() {
        var shared = Given.trigger(
                Window.counting(1, DAY),
                new Limits(
                        new Cap(9, DAY),
                        Optional.of(new Cap(2, DAY)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        var left = new AtomicInteger(2);
        Allotments two = (_, _) -> left.getAndDecrement() > 0;
        var engine = new TriggerEngine(states, two, () -> NOW, Standard.of(TriggerPolicy.class));
        var decisions = engine.evaluate(
                shared, ANNA, happenings(win("m1", NOW), win("m1", NOW), win("m2", NOW), win("m3", NOW)));

        assertThat(decisions.get(2)).isInstanceOf(Fired.class);
        assertThat(decisions.get(3)).isEqualTo(new Exhausted("cap", Instant.parse("2026-11-21T00:00:00Z")));
        assertThat(states.told()).hasSize(2);
    }

    @Test
    void whatWasTakenForAnOvertakenAttemptIsUsedAtTheNext() {
        var shared = Given.trigger(
                Window.counting(1, DAY),
                new Limits(
                        new Cap(9, DAY),
                        Optional.of(new Cap(1, DAY)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        var left = new AtomicInteger(1);
        var overtaken = new InterruptedStates(states, Interruption.OTHER_WRITER_FIRST);
        var engine = new TriggerEngine(
                overtaken, (_, _) -> left.getAndDecrement() > 0, () -> NOW, Standard.of(TriggerPolicy.class));

        assertThat(engine.evaluate(shared, ANNA, happenings(win("m1", NOW))).getFirst())
                .isInstanceOf(Fired.class);
    }

    @Test
    void waitThatIsOverFiresOnceHoweverOftenItIsSwept() {
        var lapsed = Given.trigger(
                new Window(new Measure.Absence(Map.of()), DAY, Frame.SLIDING, Scope.PLAYER), Limits.perPlayer(1, DAY));
        engine(states).evaluate(lapsed, ANNA, happenings(win("left", NOW)));
        var tomorrow = NOW.plus(Duration.ofDays(1));

        assertThat(states.due(0, tomorrow.minusSeconds(1))).isEmpty();
        assertThat(states.due(0, tomorrow)).containsExactly(new Subject(ANNA, lapsed.id()));
        assertThat(at(tomorrow, new InterruptedStates(states, Interruption.CRASH_AFTER_WRITE), lapsed))
                .isEmpty();
        assertThat(at(tomorrow, states, lapsed)).contains(List.of());
        assertThat(states.told()).hasSize(1);
        assertThat(states.due(0, tomorrow)).isEmpty();
    }

    @Test
    void waitThatGetsNoPartOfWhatAllShareIsOverAllTheSame() {
        var limits = new Limits(
                new Cap(1, DAY),
                Optional.of(new Cap(1, DAY)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var lapsed = Given.trigger(new Window(new Measure.Absence(Map.of()), DAY, Frame.SLIDING, Scope.PLAYER), limits);
        engine(states).evaluate(lapsed, ANNA, happenings(win("left", NOW)));
        var tomorrow = NOW.plus(Duration.ofDays(1));
        var nothing = new TriggerEngine(states, (_, _) -> false, () -> tomorrow, Standard.of(TriggerPolicy.class));

        assertThat(nothing.due(lapsed, ANNA, true)).singleElement().isInstanceOf(Exhausted.class);
        assertThat(states.due(0, tomorrow)).isEmpty();
    }

    @Test
    void stateOfATriggerThatIsNoMoreIsNotFoundAgain() {
        var lapsed = Given.trigger(
                new Window(new Measure.Absence(Map.of()), DAY, Frame.SLIDING, Scope.PLAYER), Limits.perPlayer(1, DAY));
        engine(states).evaluate(lapsed, ANNA, happenings(win("left", NOW)));
        engine(states).letBe(new Subject(ANNA, lapsed.id()));

        assertThat(states.due(0, NOW.plus(Duration.ofDays(9)))).isEmpty();
        assertThat(states.told()).isEmpty();
    }

    @Test
    void whatWaitedForATriggerThatWasNoMoreIsNotActedOnWhenItComesBack() {
        var lapsed = Given.trigger(
                new Window(new Measure.Absence(Map.of()), DAY, Frame.SLIDING, Scope.PLAYER), Limits.perPlayer(3, DAY));
        engine(states).evaluate(lapsed, ANNA, happenings(win("left", NOW), win("again", NOW.plusSeconds(60))));
        engine(states).letBe(new Subject(ANNA, lapsed.id()));
        var later = NOW.plus(Duration.ofDays(2));
        var back = new TriggerEngine(states, (_, _) -> true, () -> later, Standard.of(TriggerPolicy.class));
        back.evaluate(lapsed, ANNA, happenings(win("back", later)));

        assertThat(states.due(0, later)).isEmpty();
        assertThat(back.due(lapsed, ANNA, true)).isEmpty();
        assertThat(states.due(0, later.plus(Duration.ofDays(1))))
                .as("what begins then is waited for")
                .hasSize(1);
    }

    @Test
    void whatCountedForATriggerThatWasNoMoreCountsWhenItComesBack() {
        var pace = new Pace(5, Optional.of(Duration.ofMinutes(5)), Optional.empty());
        var pairs = Given.paced(pace, Given.trigger(Window.counting(2, DAY), Limits.perPlayer(3, DAY)));
        var noon = NOW.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12));
        engine(states)
                .evaluate(
                        pairs,
                        ANNA,
                        happenings(win("1", noon), win("2", noon), win("3", noon.plus(Duration.ofHours(1)))));
        engine(states).letBe(new Subject(ANNA, pairs.id()));

        assertThat(engine(states).evaluate(pairs, ANNA, happenings(win("4", noon.plus(Duration.ofHours(2))))))
                .singleElement()
                .isInstanceOf(Decision.Holding.class);
    }

    private static Optional<List<Decision>> at(Instant time, TriggerStates states, Trigger trigger) {
        try {
            return Optional.of(new TriggerEngine(states, (_, _) -> true, () -> time, Standard.of(TriggerPolicy.class))
                    .due(trigger, ANNA, true));
        } catch (InterruptedStates.Crash _) {
            return Optional.empty();
        }
    }

    private static List<Happening> happenings(Envelope... events) {
        return Stream.of(events).map(Happening::of).toList();
    }

    private static TriggerEngine engine(TriggerStates states) {
        return new TriggerEngine(states, (_, _) -> true, () -> NOW, Standard.of(TriggerPolicy.class));
    }
}
