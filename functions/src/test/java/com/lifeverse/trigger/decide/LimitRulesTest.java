package com.lifeverse.trigger.decide;

import static com.lifeverse.trigger.Given.DAY;
import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.decide.Decision.Cooling;
import com.lifeverse.trigger.decide.Decision.Fired;
import com.lifeverse.trigger.decide.Decision.Quiet;
import com.lifeverse.trigger.decide.Decision.Throttled;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Limits.Budget;
import com.lifeverse.trigger.spec.Limits.Cap;
import com.lifeverse.trigger.spec.QuietHours;
import com.lifeverse.trigger.spec.Span;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class LimitRulesTest {
    private static final Cap TEN_A_DAY = new Cap(10, DAY);
    private static final Limits USUAL = Limits.perPlayer(10, DAY);

    @Test
    void triggerRestsForItsCooldownBeforeAndAfterItActed() {
        var trigger = counting(
                1,
                new Limits(
                        TEN_A_DAY,
                        Optional.empty(),
                        Optional.of(Duration.ofHours(1)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        var fired = after(trigger, "m1", NOW, TriggerState.NEW);

        assertThat(decide(trigger, "m2", NOW.plusSeconds(3_599), fired)).isEqualTo(new Cooling(NOW.plusSeconds(3_600)));
        assertThat(decide(trigger, "m2", NOW.minusSeconds(3_599), fired)).isInstanceOf(Cooling.class);
        assertThat(decide(trigger, "m2", NOW.plusSeconds(3_600), fired)).isInstanceOf(Fired.class);
    }

    @Test
    void throttleLooksAtSoManyHappeningsInAnyStretch() {
        var throttle = new Cap(2, new Span(Duration.ofMinutes(10)));
        var trigger = counting(
                5,
                new Limits(
                        TEN_A_DAY,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(throttle),
                        Optional.empty(),
                        Optional.empty()));
        var two = after(trigger, "m2", NOW.plusSeconds(60), after(trigger, "m1", NOW, TriggerState.NEW));

        assertThat(decide(trigger, "m3", NOW.plusSeconds(120), two)).isEqualTo(new Throttled(NOW.plusSeconds(600)));
        assertThat(decide(trigger, "m3", NOW.plusSeconds(600), two)).isInstanceOf(Decision.Counted.class);
    }

    @Test
    void throttleLooksAtNoMoreInWhateverOrderTheyAreTold() {
        var trigger = counting(
                5,
                new Limits(
                        TEN_A_DAY,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Cap(2, new Span(Duration.ofMinutes(10)))),
                        Optional.empty(),
                        Optional.empty()));
        var around = after(trigger, "m1", NOW.plusSeconds(120), after(trigger, "m3", NOW, TriggerState.NEW));
        var behind =
                after(trigger, "m2", NOW.plusSeconds(60), after(trigger, "m3", NOW.plusSeconds(120), TriggerState.NEW));

        assertThat(decide(trigger, "m2", NOW.plusSeconds(60), around)).isEqualTo(new Throttled(NOW.plusSeconds(600)));
        assertThat(decide(trigger, "m1", NOW, behind)).isEqualTo(new Throttled(NOW.plusSeconds(600)));
        assertThat(decide(trigger, "m1", NOW.minusSeconds(480), behind)).isInstanceOf(Decision.Counted.class);
    }

    @Test
    void quietHoursHoldOverMidnightInTheirZone() {
        var hours = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0), ZoneId.of("Europe/Berlin"));
        var trigger = counting(
                1,
                new Limits(
                        TEN_A_DAY,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(hours),
                        Optional.empty()));
        var late = Instant.parse("2026-11-20T21:30:00Z");
        var early = Instant.parse("2026-11-20T06:59:59Z");

        assertThat(decide(trigger, "m1", late, TriggerState.NEW))
                .isEqualTo(new Quiet(Instant.parse("2026-11-21T07:00:00Z")));
        assertThat(decide(trigger, "m1", early, TriggerState.NEW))
                .isEqualTo(new Quiet(Instant.parse("2026-11-20T07:00:00Z")));
        assertThat(decide(trigger, "m1", early.plusSeconds(1), TriggerState.NEW))
                .isInstanceOf(Fired.class);
    }

    @Test
    void firingClaimsItsPartOfWhatAllShare() {
        var trigger = counting(
                1,
                new Limits(
                        TEN_A_DAY,
                        Optional.of(new Cap(500, DAY)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Budget(new BigDecimal("40"), DAY))));

        assertThat(((Fired) decide(trigger, "m1", NOW, TriggerState.NEW)).claims())
                .containsExactly(
                        new Claim("cap", "2026-11-20", 1, 500, Instant.parse("2026-11-21T00:00:00Z")),
                        new Claim("budget", "2026-11-20", 12, 40_000_000, Instant.parse("2026-11-21T00:00:00Z")));
        assertThat(((Fired) decide(counting(1, USUAL), "m1", NOW, TriggerState.NEW)).claims())
                .isEmpty();
    }

    private static Trigger counting(int happenings, Limits limits) {
        return Given.trigger(Window.counting(happenings, DAY), limits);
    }

    private static TriggerState after(Trigger trigger, String match, Instant time, TriggerState state) {
        return TriggerRules.after(decide(trigger, match, time, state), state);
    }

    private static Decision decide(Trigger trigger, String match, Instant time, TriggerState state) {
        return TriggerRules.decide(
                trigger, Happening.of(win(match, time)), state, NOW, Standard.of(TriggerPolicy.class));
    }
}
