package com.lifeverse.trigger.decide;

import static com.lifeverse.trigger.Given.ANNA;
import static com.lifeverse.trigger.Given.DAY;
import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.decide.Decision.Absorbed;
import com.lifeverse.trigger.decide.Decision.Capped;
import com.lifeverse.trigger.decide.Decision.Duplicate;
import com.lifeverse.trigger.decide.Decision.Fired;
import com.lifeverse.trigger.decide.Decision.Holding;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Pace;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class PaceRulesTest {
    private static final Duration QUIET = Duration.ofMinutes(5);
    private static final Trigger BURSTS =
            Given.paced(new Pace(5, Optional.of(QUIET), Optional.empty()), Window.counting(1, DAY));
    private static final Trigger CALM =
            Given.paced(new Pace(5, Optional.of(Duration.ofMinutes(10)), Optional.empty()), Window.counting(1, DAY));
    private static final Trigger BATCHES = Given.paced(
            new Pace(5, Optional.empty(), Optional.of(new Pace.Batch(3, Duration.ofHours(1)))),
            Window.counting(1, DAY));

    @Test
    void burstIsToldOnceWhenNothingMoreHappens() {
        var first = (Holding) decide(BURSTS, "m1", NOW, TriggerState.NEW);
        var second = (Absorbed) decide(BURSTS, "m2", NOW.plusSeconds(200), first.state());
        var end = NOW.plusSeconds(200).plus(QUIET);

        assertThat(first.until()).isEqualTo(NOW.plus(QUIET));
        assertThat(second.until()).isEqualTo(end);
        assertThat(due(BURSTS, second.state(), end.minusSeconds(1))).isEmpty();
        var fired = due(BURSTS, second.state(), end).orElseThrow();
        assertThat(fired.told().causation()).containsExactly("evt_m1");
        assertThat(fired.occurrence()).isEqualTo("2026-11-20");
        assertThat(due(BURSTS, fired.state(), end)).isEmpty();
    }

    @Test
    void orderInWhichABurstIsToldMakesNoDifferenceToWhenItEnds() {
        var there = decide(BURSTS, "m2", NOW.plusSeconds(200), after(decide(BURSTS, "m1", NOW, TriggerState.NEW)));
        var back = decide(BURSTS, "m1", NOW, after(decide(BURSTS, "m2", NOW.plusSeconds(200), TriggerState.NEW)));

        assertThat(DueRules.next(BURSTS, after(there))).isEqualTo(DueRules.next(BURSTS, after(back)));
    }

    @Test
    void happeningOfABurstThatIsToldAgainIsADuplicateEvenAfterItsEnd() {
        var burst = after(decide(BURSTS, "m2", NOW.plusSeconds(9), after(decide(BURSTS, "m1", NOW, TriggerState.NEW))));
        var fired = due(BURSTS, burst, NOW.plus(DAY.length())).orElseThrow();

        assertThat(decide(BURSTS, "m1", NOW, fired.state())).isInstanceOf(Duplicate.class);
        assertThat(decide(BURSTS, "m2", NOW.plusSeconds(9), fired.state())).isInstanceOf(Duplicate.class);
    }

    @Test
    void nextBurstTellsTheOneBeforeIfNobodyElseHas() {
        var first = after(decide(BURSTS, "m1", NOW, TriggerState.NEW));
        var later = NOW.plus(QUIET).plusSeconds(1);
        var second = (Holding) decide(BURSTS, "m2", later, first);

        assertThat(second.told())
                .singleElement()
                .satisfies(told -> assertThat(told.causation()).containsExactly("evt_m1"));
        assertThat(due(BURSTS, second.state(), later.plus(QUIET)).orElseThrow().occurrence())
                .isEqualTo("2026-11-20.2");
    }

    @Test
    void burstIsToldOnceInWhateverOrderItIsTold() {
        for (var order : orders(List.of(0, 9, 18, 27))) {
            var told = new ArrayList<String>();
            var state = TriggerState.NEW;
            for (int minute : order) {
                state = tell(minute, state, told);
            }
            due(CALM, state, NOW.plus(Duration.ofHours(9)))
                    .ifPresent(fired -> told.add(fired.told().id()));

            assertThat(told).as("told in the order %s", order).hasSize(1);
        }
    }

    @Test
    void burstThatTakesMoreThanOneHappeningIsToldOnceInWhateverOrderAndAllOfItIsTaken() {
        var pairs = Given.paced(CALM.pace(), Window.counting(2, DAY));
        for (var order : orders(List.of(0, 1, 8, 11))) {
            var told = new ArrayList<String>();
            var state = TriggerState.NEW;
            for (int minute : order) {
                var decision = decide(pairs, "m" + minute, NOW.plus(Duration.ofMinutes(minute)), state);
                TriggerRules.told(decision).forEach(event -> told.add(event.id()));
                state = TriggerRules.after(decision, state);
            }
            var over = due(pairs, state, NOW.plus(Duration.ofHours(1))).orElseThrow();
            told.add(over.told().id());

            assertThat(told).as("told in the order %s", order).hasSize(1);
            assertThat(decide(pairs, "next", NOW.plus(Duration.ofHours(1)), over.state()))
                    .as("after the order %s", order)
                    .isInstanceOf(Decision.Counted.class);
            assertThat(over.state().open()).as("left of the order %s", order).isEmpty();
        }
    }

    @Test
    void whatCountedBeforeABurstWithCalmBetweenIsNoPartOfIt() {
        var pairs = Given.paced(CALM.pace(), Window.counting(2, DAY));
        var first = after(decide(pairs, "m0", NOW, TriggerState.NEW));
        var fired = after(decide(pairs, "m20", NOW.plus(Duration.ofMinutes(20)), first));

        assertThat(fired.held().orElseThrow().since()).isEqualTo(NOW.plus(Duration.ofMinutes(20)));
        assertThat(decide(pairs, "m8", NOW.plus(Duration.ofMinutes(8)), fired)).isInstanceOf(Decision.Counted.class);
    }

    @Test
    void whatComesAfterItsBurstWasToldBelongsToIt() {
        var told = new ArrayList<String>();
        var first = due(CALM, tell(0, TriggerState.NEW, told), NOW.plus(Duration.ofMinutes(10)))
                .orElseThrow();
        var apart = tell(18, first.state(), told);
        var both = tell(9, apart, told);

        assertThat(told).isEmpty();
        assertThat(due(CALM, both, NOW.plus(Duration.ofHours(9))))
                .as("what was held back turned out to be of it")
                .isEmpty();
        assertThat(decide(CALM, "m27", NOW.plus(Duration.ofMinutes(27)), both)).isInstanceOf(Absorbed.class);
        assertThat(decide(CALM, "m38", NOW.plus(Duration.ofMinutes(38)), both)).isInstanceOf(Holding.class);
    }

    @Test
    void lateHappeningOfAnEarlierBurstLeavesTheRunningOneHeldBack() {
        var told = new ArrayList<String>();
        var running = tell(2, tell(0, TriggerState.NEW, told), told);
        var late = tell(-60, running, told);

        assertThat(told).hasSize(1);
        assertThat(tell(4, late, told).held()).map(Held::occurrence).contains("2026-11-20");
        assertThat(due(CALM, tell(-55, late, told), NOW.plus(Duration.ofHours(9))))
                .isPresent();
        assertThat(told).as("the late one's burst was told").hasSize(1);
    }

    @Test
    void whatMayBelongToABurstThatIsForgottenIsTooLate() {
        var often = Given.paced(CALM.pace(), Given.trigger(Window.counting(1, DAY), Limits.perPlayer(99, DAY)));
        var state = TriggerState.NEW;
        for (int burst = 0; burst <= TriggerState.BURSTS; burst++) {
            var time = DAY.start(NOW).plus(Duration.ofMinutes(20L * burst));
            state = after(decide(often, "m" + burst, time, state));
            state = due(often, state, time.plus(Duration.ofMinutes(10)))
                    .orElseThrow()
                    .state();
        }

        assertThat(state.bursts()).hasSize(TriggerState.BURSTS);
        assertThat(decide(often, "late", DAY.start(NOW).plus(Duration.ofMinutes(9)), state))
                .isInstanceOf(Decision.TooLate.class);
    }

    private static TriggerState tell(int minute, TriggerState state, List<String> told) {
        var decision = decide(CALM, "m" + minute, NOW.plus(Duration.ofMinutes(minute)), state);
        TriggerRules.told(decision).forEach(event -> told.add(event.id()));
        return TriggerRules.after(decision, state);
    }

    private static List<List<Integer>> orders(List<Integer> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        return all.stream()
                .flatMap(first -> orders(all.stream()
                                .filter(other -> !other.equals(first))
                                .toList())
                        .stream()
                        .map(rest ->
                                Stream.concat(Stream.of(first), rest.stream()).toList()))
                .toList();
    }

    @Test
    void firingThatIsHeldBackCountsToItsLimits() {
        var state = TriggerState.NEW;
        for (int burst = 0; burst < 3; burst++) {
            state = after(decide(BURSTS, "m" + burst, NOW.plus(QUIET.multipliedBy(2L * burst)), state));
        }

        assertThat(decide(BURSTS, "m9", NOW.plus(QUIET.multipliedBy(8)), state)).isInstanceOf(Capped.class);
    }

    @Test
    void batchIsToldWhenItIsFullAndGivesWhatItsFiringsCameTo() {
        var one = after(decide(BATCHES, "m1", NOW, TriggerState.NEW));
        var two = after(decide(BATCHES, "m2", NOW.plusSeconds(1), one));
        var full = (Fired) decide(BATCHES, "m3", NOW.plusSeconds(2), two);

        assertThat(full.told().payload()).containsEntry("firings", 3);
        assertThat(full.told().payload().get("effects"))
                .isEqualTo(List.of(
                        Map.of("kind", "grant", "tier", 1, "item", "coins", "amount", 300),
                        Map.of("kind", "notify", "tier", 2, "message", "first-win")));
        assertThat(DueRules.next(BATCHES, full.state())).isEmpty();
    }

    @Test
    void batchThatDoesNotFillIsToldWhenItsTimeIsUp() {
        var two =
                after(decide(BATCHES, "m2", NOW.plusSeconds(60), after(decide(BATCHES, "m1", NOW, TriggerState.NEW))));
        var end = NOW.plus(Duration.ofHours(1));

        assertThat(DueRules.next(BATCHES, two)).contains(end);
        assertThat(due(BATCHES, two, end).orElseThrow().told().payload()).containsEntry("firings", 2);
    }

    @Test
    void whatIsHeldBackByAPaceThatIsNoMoreIsTold() {
        var held = after(decide(BATCHES, "m1", NOW, TriggerState.NEW));
        var plain = Given.paced(Pace.USUAL, Window.counting(1, DAY));

        assertThat(due(plain, held, NOW.plusSeconds(1))).isPresent();
        var next = (Holding) decide(plain, "m2", NOW.plusSeconds(1), held);
        assertThat(next.told()).hasSize(1);
        assertThat(due(plain, next.state(), NOW.plusSeconds(1))).isPresent();
    }

    private static Decision decide(Trigger trigger, String match, Instant time, TriggerState state) {
        return TriggerRules.decide(
                trigger, Happening.of(win(match, time)), state, NOW, Standard.of(TriggerPolicy.class));
    }

    private static TriggerState after(Decision decision) {
        return TriggerRules.after(decision, TriggerState.NEW);
    }

    private static Optional<Fired> due(Trigger trigger, TriggerState state, Instant now) {
        return DueRules.overdue(trigger, ANNA, true, state, now).map(due -> (Fired) due.decision());
    }
}
