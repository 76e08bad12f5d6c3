package com.lifeverse.trigger.turn;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.trigger.turn.TurnRules.Outcome;
import com.lifeverse.trigger.turn.TurnRules.Wish;
import com.lifeverse.trigger.turn.Turns.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class TurnRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:42:09Z");
    private static final Duration LEASE = Duration.ofHours(1);

    @Test
    void onlySoManyGoOnAndTheOthersWaitOrDoNotHappen() {
        var one = took(Turns.FREE, "a", 2, false);
        var two = took(one, "b", 2, false);

        assertThat(two.heldBy()).containsExactly("a", "b");
        assertThat(take(two, "c", 2, false)).isInstanceOf(Outcome.Held.class);
        assertThat(take(two, "c", 2, true)).isInstanceOf(Outcome.Waits.class);
        assertThat(take(TurnRules.release(two, "a", NOW), "c", 2, false)).isInstanceOf(Outcome.Yours.class);
    }

    @Test
    void askedAgainARunIsToldTheSame() {
        var turns = took(Turns.FREE, "a", 1, true);
        assertThat(take(turns, "a", 1, true).after()).isEqualTo(turns);

        var waiting = take(turns, "b", 1, true).after();
        assertThat(take(waiting, "b", 1, true).after()).isEqualTo(waiting);
        assertThat(TurnRules.release(TurnRules.release(waiting, "a", NOW), "a", NOW))
                .isEqualTo(TurnRules.release(waiting, "a", NOW));
    }

    @Test
    void whoWaitedFirstGoesOnFirstAlsoBeforeWhoComesJustThen() {
        var turns = take(take(took(Turns.FREE, "a", 1, true), "b", 1, true).after(), "c", 1, true)
                .after();
        var released = TurnRules.release(turns, "a", NOW);

        assertThat(TurnRules.next(released, 1)).extracting(Waiting::run).containsExactly("b");
        assertThat(take(released, "d", 1, false)).isInstanceOf(Outcome.Held.class);
        assertThat(take(released, "c", 1, true)).isInstanceOf(Outcome.Waits.class);
        assertThat(take(released, "b", 1, true)).isInstanceOf(Outcome.Yours.class);
    }

    @Test
    void aTurnThatNobodyGivesBackIsOverWithItsLease() {
        var turns = took(Turns.FREE, "gone", 1, false);

        assertThat(TurnRules.take(turns, wish("b", 1, false), NOW.plus(LEASE).minusMillis(1)))
                .isInstanceOf(Outcome.Held.class);
        assertThat(TurnRules.take(turns, wish("b", 1, false), NOW.plus(LEASE))).isInstanceOf(Outcome.Yours.class);
    }

    @Test
    void whoDoesNotSayAnyMoreThatItWaitsIsForgotten() {
        var turns = take(took(Turns.FREE, "a", 1, true), "gone", 1, true).after();
        var later = NOW.plus(TurnRules.FORGOTTEN);
        var waiting = TurnRules.take(turns, wish("c", 1, true), later).after();

        assertThat(waiting.waiting()).extracting(Waiting::run).containsExactly("c");
        assertThat(TurnRules.release(waiting, "a", later).waiting()).hasSize(1);
    }

    @Test
    void moreThanAHundredDoNotWait() {
        var turns = took(Turns.FREE, "a", 1, true);
        for (int at = 0; at < TurnRules.MOST_WAITING; at++) {
            turns = take(turns, "w" + at, 1, true).after();
        }

        assertThat(take(turns, "late", 1, true)).isInstanceOf(Outcome.Held.class);
        assertThat(take(turns, "w7", 1, true)).isInstanceOf(Outcome.Waits.class);
    }

    @Test
    void inAnyOrderOfRunsRepeatsEndsAndCrashesThereAreNeverMoreAndSomebodyAlwaysGoesOn() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            int most = 1 + random.nextInt(3);
            var turns = Turns.FREE;
            var now = NOW;
            var running = new HashSet<String>();
            for (int step = 0; step < 200; step++) {
                now = now.plusSeconds(random.nextInt(120));
                var run = "r" + random.nextInt(12);
                if (random.nextInt(3) == 0) {
                    running.remove(run);
                    turns = TurnRules.release(turns, run, now);
                } else {
                    var outcome = TurnRules.take(turns, wish(run, most, random.nextBoolean()), now);
                    turns = outcome.after();
                    if (outcome instanceof Outcome.Yours) {
                        running.add(run);
                    }
                }
                running.retainAll(new ArrayList<>(turns.heldBy()));
                assertThat(turns.heldBy()).hasSizeLessThanOrEqualTo(most).doesNotHaveDuplicates();
                assertThat(running).hasSizeLessThanOrEqualTo(most);
            }
            var last = now.plus(LEASE);
            assertThat(TurnRules.take(turns, wish("last", most, false), last.plus(TurnRules.FORGOTTEN)))
                    .as("seed %d", seed)
                    .isInstanceOf(Outcome.Yours.class);
        }
    }

    private static Outcome take(Turns turns, String run, int most, boolean waits) {
        return TurnRules.take(turns, wish(run, most, waits), NOW);
    }

    private static Turns took(Turns turns, String run, int most, boolean waits) {
        var outcome = take(turns, run, most, waits);
        assertThat(outcome).isInstanceOf(Outcome.Yours.class);
        return outcome.after();
    }

    private static Wish wish(String run, int most, boolean waits) {
        return new Wish(run, most, waits, LEASE, "token-of-" + run);
    }
}
