package com.lifeverse.trigger.lint;

import static com.lifeverse.trigger.Given.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Violation;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.spec.EventField;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Limits.Cap;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Pace;
import com.lifeverse.trigger.spec.Span;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window;
import com.lifeverse.trigger.spec.Window.Frame;
import com.lifeverse.trigger.spec.Window.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class WindowLintTest {
    private static final TriggerPolicy POLICY = Standard.of(TriggerPolicy.class);
    private static final Measure MODES = new Measure.Distinct(new EventField("payload.mode"), 3);
    private static final Measure STEPS = new Measure.Sequence(List.of(Map.of(), Map.of()));
    private static final Measure ABSENCE = new Measure.Absence(Map.of());
    private static final Cap SELDOM = new Cap(8, DAY);
    private static final Cap OFTEN = new Cap(20, DAY);

    @Test
    void authorIsWarnedOfAWindowWhoseMemoryNothingBounds() {
        assertThat(warned(MODES, 2, Optional.empty())).isEqualTo("/window");
        assertThat(warned(STEPS, 2, Optional.empty())).isEqualTo("/window");
        assertThat(warned(ABSENCE, 2, Optional.of(SELDOM))).isEqualTo("/window");
        assertThat(warned(new Measure.Count(3), 2, Optional.empty())).isEmpty();
    }

    @Test
    void throttleThatLetsFewEnoughCountIsABound() {
        assertThat(warned(MODES, 2, Optional.of(SELDOM))).isEmpty();
        assertThat(warned(STEPS, 2, Optional.of(SELDOM))).isEmpty();
        assertThat(warned(MODES, 2, Optional.of(OFTEN))).isEqualTo("/window");
    }

    @Test
    void authorIsWarnedOfABurstThatNothingBounds() {
        var pace = new Pace(5, Optional.of(Duration.ofMinutes(10)), Optional.empty());

        assertThat(warned(Given.paced(pace, Window.counting(1, DAY)))).isEqualTo("/pace/debounce");
        assertThat(warned(Given.paced(pace, trigger(new Measure.Count(1), 1, Optional.of(SELDOM)))))
                .isEmpty();
    }

    @Test
    void firingsThatDoNotFitIntoAStateAreNoMatterOfAWarning() {
        var many = trigger(MODES, 100, new Span(Duration.ofDays(31)), Optional.empty());

        assertThat(WindowLint.findings(many, 3, POLICY))
                .containsExactly(new Violation(
                        "/limits/perPlayer",
                        "with this window up to 203 happenings must be remembered for PT1104H; a state holds 158"));
        assertThat(WindowLint.findings(trigger(MODES, 2, Optional.empty()), 3, POLICY))
                .isEmpty();
    }

    private static String warned(Measure measure, int times, Optional<Cap> throttle) {
        return warned(trigger(measure, times, throttle));
    }

    private static String warned(Trigger trigger) {
        return WindowLint.warnings(trigger, POLICY).stream()
                .map(Violation::pointer)
                .findFirst()
                .orElse("");
    }

    private static Trigger trigger(Measure measure, int times, Optional<Cap> throttle) {
        return trigger(measure, times, DAY, throttle);
    }

    private static Trigger trigger(Measure measure, int times, Span per, Optional<Cap> throttle) {
        return Given.trigger(
                new Window(measure, DAY, Frame.TUMBLING, Scope.PLAYER),
                new Limits(
                        new Cap(times, per),
                        Optional.empty(),
                        Optional.empty(),
                        throttle,
                        Optional.empty(),
                        Optional.empty()));
    }
}
