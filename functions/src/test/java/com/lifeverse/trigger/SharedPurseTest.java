package com.lifeverse.trigger;

import static com.lifeverse.trigger.Given.ANNA;
import static com.lifeverse.trigger.Given.DAY;
import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.decide.Breaker;
import com.lifeverse.trigger.decide.Burn;
import com.lifeverse.trigger.decide.Burn.Spent;
import com.lifeverse.trigger.decide.Claim;
import com.lifeverse.trigger.decide.Decision;
import com.lifeverse.trigger.decide.Happening;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Limits.Budget;
import com.lifeverse.trigger.spec.Limits.Cap;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class SharedPurseTest {
    private static final Trigger BURNING = Given.trigger(
            Window.counting(1, DAY),
            new Limits(
                    new Cap(9, DAY),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new Budget(BigDecimal.ONE, DAY, Optional.of(2)))));

    private final RememberedStates states = new RememberedStates();
    private final List<Claim> taken = new ArrayList<>();
    private final Watched breakers = new Watched();

    @Test
    void whatAnOpenBreakerHoldsTakesNothingAndIsNotRemembered() {
        breakers.stands = new Breaker(Breaker.State.OPEN, NOW, 0, "engine", "too fast");

        assertThat(decide(states, "m1")).isEqualTo(new Decision.Tripped(NOW));
        assertThat(taken).isEmpty();
        assertThat(breakers.spent).isZero();
        assertThat(states.writes()).isZero();
        breakers.stands = breakers.stands.closed(NOW, "sam", "mended");
        assertThat(decide(states, "m1")).isInstanceOf(Decision.Fired.class);
    }

    @Test
    void firingThatIsTooMuchOpensItAndIsHeldItself() {
        breakers.more = 1_000_000;

        assertThat(decide(states, "m1")).isEqualTo(new Decision.Tripped(NOW));
        assertThat(breakers.stands.holds()).isTrue();
        assertThat(states.told()).isEmpty();
    }

    @Test
    void whatWasSpentAtAnAttemptThatOthersOvertookIsCountedOnce() {
        var decision = decide(new InterruptedStates(states, Interruption.OTHER_WRITER_FIRST), "m1");

        assertThat(decision).isInstanceOf(Decision.Fired.class);
        assertThat(breakers.spent).isEqualTo(12);
    }

    private Decision decide(TriggerStates on, String match) {
        return new TriggerEngine(
                        on, (_, claim) -> taken.add(claim), breakers, () -> NOW, Standard.of(TriggerPolicy.class))
                .evaluate(BURNING, ANNA, List.of(Happening.of(win(match, NOW))))
                .getFirst();
    }

    /** One breaker in memory. */
    private static final class Watched implements Breakers {
        private Breaker stands = Breaker.NEW;
        private long spent;
        private long more;

        @Override
        public Breaker of(String trigger, Instant now) {
            return stands;
        }

        @Override
        public Spent spend(String trigger, Burn burn, Breaker breaker, long amount, Instant now) {
            spent += amount;
            return new Spent(spent + more, spent + more);
        }

        @Override
        public boolean put(String trigger, Breaker before, Breaker after) {
            stands = after;
            return true;
        }
    }
}
