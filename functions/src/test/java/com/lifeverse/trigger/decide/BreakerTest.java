package com.lifeverse.trigger.decide;

import static com.lifeverse.trigger.Given.DAY;
import static com.lifeverse.trigger.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.decide.Breaker.State;
import com.lifeverse.trigger.decide.Burn.Spent;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Limits.Budget;
import com.lifeverse.trigger.spec.Limits.Cap;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class BreakerTest {
    /** $24 a day, six times as fast: $6 in an hour, 50 cents in five minutes. */
    private static final Burn BURN = Burn.of(budget("24", 6)).orElseThrow();

    private static final Spent FAST = new Spent(0, 500_001);
    private static final Spent SLOW = new Spent(6_000_001, 0);
    private static final Spent BOTH = new Spent(6_000_001, 500_001);
    private static final Spent LITTLE = new Spent(6_000_000, 500_000);

    @Test
    void boundsFollowFromTheBudgetAndItsRate() {
        assertThat(BURN).isEqualTo(new Burn(Duration.ofHours(1), Duration.ofMinutes(5), 6_000_000));
        assertThat(BURN.fastMost()).isEqualTo(500_000);
        assertThat(BURN.start(NOW)).isEqualTo("2026-11-20T18:00:00Z");
        assertThat(BURN.part(NOW)).isEqualTo(8);
        assertThat(BURN.part(BURN.start(NOW).plus(BURN.slow()).minusNanos(1))).isEqualTo(11);
        assertThat(Burn.of(Given.firstWin())).isEmpty();
    }

    @Test
    void itOpensWhereTooMuchWasSpentForLongAndIsStill() {
        for (var spent : List.of(FAST, SLOW, LITTLE)) {
            assertThat(Breaker.NEW.after(spent, BURN, NOW)).isEqualTo(Breaker.NEW);
        }
        var open = Breaker.NEW.after(BOTH, BURN, NOW);
        assertThat(open.holds()).isTrue();
        assertThat(open.since()).isEqualTo(NOW);
        assertThat(open.note()).isEqualTo("$6.000001 in PT1H and $0.500001 in PT5M, more than $6 and $0.5");
    }

    @Test
    void openItStaysUntilSomebodyClosesIt() {
        var open = Breaker.NEW.after(BOTH, BURN, NOW);
        assertThat(open.after(new Spent(0, 0), BURN, NOW.plus(Duration.ofDays(30))))
                .isEqualTo(open);
        assertThat(open.after(BOTH, BURN, NOW.plusSeconds(1)))
                .as("since when it holds")
                .isEqualTo(open);
        assertThat(open.closed(NOW.plusSeconds(60), "sam", "mended"))
                .isEqualTo(new Breaker(State.TRIAL, NOW.plusSeconds(60), 1, "sam", "mended"));
        assertThat(Breaker.NEW.closed(NOW, "sam", "to be sure")).isEqualTo(Breaker.NEW);
    }

    @Test
    void onTrialTheShortStretchAloneOpensItAgainAndAfterThatBothMust() {
        var trial = Breaker.NEW.after(BOTH, BURN, NOW).closed(NOW, "sam", "mended");

        assertThat(trial.after(SLOW, BURN, NOW).holds()).isFalse();
        assertThat(trial.after(FAST, BURN, NOW.plus(BURN.slow()).minusSeconds(1))
                        .holds())
                .isTrue();
        assertThat(trial.after(FAST, BURN, NOW).note())
                .isEqualTo("$0.500001 in PT5M, more than $0.5, while it was on trial");
        assertThat(trial.after(FAST, BURN, NOW.plus(BURN.slow())).holds()).isFalse();
        assertThat(trial.after(BOTH, BURN, NOW.plus(BURN.slow())).holds()).isTrue();
    }

    @Test
    void noSpendingEverClosesItAndNoClosingOpensIt() {
        var random = new Random(20_261_121L);
        var spendings = List.of(FAST, SLOW, BOTH, LITTLE);
        var breaker = Breaker.NEW;
        var now = NOW;
        for (int step = 0; step < 10_000; step++) {
            now = now.plusSeconds(random.nextInt(2_000));
            boolean byPeople = random.nextInt(10) == 0;
            var after = byPeople
                    ? breaker.closed(now, "sam", "")
                    : breaker.after(spendings.get(random.nextInt(spendings.size())), BURN, now);

            assertThat(after.holds() && !breaker.holds() && byPeople).isFalse();
            assertThat(!after.holds() && breaker.holds() && !byPeople).isFalse();
            assertThat(after.closings()).isEqualTo(breaker.closings() + (byPeople && breaker.holds() ? 1 : 0));
            breaker = after;
        }
    }

    /** Of so many dollars a day. */
    static Trigger budget(String usd, int rate) {
        return Given.trigger(
                Window.counting(1, DAY),
                new Limits(
                        new Cap(100, DAY),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Budget(new BigDecimal(usd), DAY, Optional.of(rate)))));
    }
}
