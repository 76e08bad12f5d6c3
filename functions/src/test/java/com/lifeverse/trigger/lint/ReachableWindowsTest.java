package com.lifeverse.trigger.lint;

import static com.lifeverse.trigger.lint.Lints.findings;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.spec.EventField;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Limits.Budget;
import com.lifeverse.trigger.spec.Limits.Cap;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Span;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window;
import com.lifeverse.trigger.spec.Window.Frame;
import com.lifeverse.trigger.spec.Window.Scope;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Windows and limits that nothing could ever fill are told before they wait in vain. */
@Tag("rules")
class ReachableWindowsTest {
    @Test
    void windowThatNobodyCouldFillIsRefused() {
        var limits = throttled(new Cap(2, new Span(Duration.ofHours(2))));
        var hourly = Window.counting(3, new Span(Duration.ofHours(1)));
        var sequence = new Window(
                new Measure.Sequence(List.of(
                        Map.of("detail-type", List.of("match.ended.v1")),
                        Map.of("detail-type", List.of("photo.taken.v1")))),
                Given.DAY,
                Frame.SLIDING,
                Scope.PLAYER);

        assertThat(findings(Given.trigger(hourly, limits)))
                .contains(
                        new Violation("/window", "can never be reached: the throttle lets 2 happenings count in PT2H"));
        assertThat(findings(Given.trigger(sequence, Limits.perPlayer(1, Given.DAY))))
                .containsExactly(new Violation(
                        "/window/sequence/1", "can never be reached: when lets none of its event types by"));
    }

    @Test
    void triggerThatWouldHaveToForgetWithinTheHorizonIsRefused() {
        var hourly = new Span(Duration.ofHours(1));

        assertThat(findings(Given.trigger(1, hourly, 1, hourly)))
                .extracting(Violation::pointer)
                .containsExactly("/limits/perPlayer");
        assertThat(findings(Given.trigger(10, Given.DAY, 1, Given.DAY))).hasSize(1);
        assertThat(findings(Given.trigger(5, Given.DAY, 2, Given.DAY))).isEmpty();
    }

    @Test
    void stepsThatNoEventCanMakeAreUnreachable() {
        assertThat(sequence(Map.of("detail-type", List.of("match.ended.v1")), Lints.IMPOSSIBLE))
                .containsExactly(new Violation(
                        "/window/sequence/1", "is unreachable: no match.ended.v1 can have such a detail.payload.mode"));
        assertThat(sequence(Map.of(), Map.of()))
                .containsExactly(new Violation(
                        "/window/sequence/1", "is unreachable: an earlier step takes all that it matches"));
        assertThat(sequence(Map.of("detail-type", List.of("match.ended.v1")), Map.of()))
                .isEmpty();
    }

    @Test
    void fieldsThatNoEventSaysAnythingInAreFindingsWhereTheyStand() {
        var misspelt = Map.<String, Object>of(
                "detail",
                Map.of(
                        "payload",
                        Map.of("misspelt", List.of("win"), "$or", List.of(Map.of("a/misspelt", List.of(1))))));
        assertThat(sequence(Map.of("detail-type", List.of("match.ended.v1")), misspelt))
                .containsExactlyInAnyOrder(
                        new Violation("/window/sequence/1/detail/payload/misspelt", "is no field of match.ended.v1"),
                        new Violation(
                                "/window/sequence/1/detail/payload/$or/0/a~1misspelt",
                                "is no field of match.ended.v1"));
        var named = Map.<String, Object>of("$or", List.of(1), "detail", Map.of("$or", List.of(Map.of("prefix", "a"))));
        assertThat(sequence(Map.of("detail-type", List.of("match.ended.v1")), named))
                .extracting(Violation::pointer)
                .containsExactly("/window/sequence/1/$or");
        assertThat(sequence(Map.of("detail-type", List.of("match.ended.v1")), Map.of("detial", List.of("x"))))
                .containsExactly(
                        new Violation("/window/sequence/1/detial", "is nothing that an event on the bus says"));
        var window = new Window(
                new Measure.Sum(new EventField("payload.misspelt"), 5, 1), Given.DAY, Frame.SLIDING, Scope.PLAYER);
        assertThat(findings(Given.trigger(window, Limits.perPlayer(1, Given.DAY))))
                .containsExactly(new Violation("/window/sum", "is no field of match.ended.v1"));
    }

    @Test
    void throttleNeverMakesAWindowWorse() {
        var distinct = new Window(
                new Measure.Distinct(new EventField("payload.mode"), 3), Given.DAY, Frame.SLIDING, Scope.PLAYER);
        var throttle = new Cap(5, new Span(Duration.ofMinutes(1)));

        assertThat(findings(Given.trigger(distinct, Limits.perPlayer(1, Given.DAY))))
                .isEmpty();
        assertThat(findings(Given.trigger(distinct, throttled(throttle)))).isEmpty();
        assertThat(findings(Given.trigger(Window.counting(5, Given.DAY), throttled(throttle))))
                .isEmpty();
    }

    @Test
    void burnRateNeedsASpanAndABudgetThatLetSomethingBy() {
        assertThat(findings(burning("1", Given.DAY))).isEmpty();
        assertThat(findings(burning("1", new Span(Duration.ofHours(4)))))
                .extracting(Violation::pointer)
                .containsExactly("/limits/budget/burnRate");
        assertThat(findings(burning("0.001", Given.DAY)))
                .containsExactly(new Violation(
                        "/limits/budget/burnRate", "lets not even one firing by in PT5M with this budget"));
    }

    @Test
    void absenceIsSomebodys() {
        var nobody = new Window(
                new Measure.Absence(Map.of("detail-type", List.of("match.ended.v1"))),
                Given.DAY,
                Frame.SLIDING,
                Scope.GLOBAL);

        assertThat(findings(Given.trigger(nobody, Limits.perPlayer(1, Given.DAY))))
                .extracting(Violation::pointer)
                .containsExactly("/window/of");
    }

    private static List<Violation> sequence(Map<String, Object> first, Map<String, Object> second) {
        var window = new Window(new Measure.Sequence(List.of(first, second)), Given.DAY, Frame.SLIDING, Scope.PLAYER);
        return findings(Given.trigger(window, Limits.perPlayer(1, Given.DAY)));
    }

    private static Trigger burning(String usd, Span per) {
        return Given.trigger(
                Window.counting(1, Given.DAY),
                new Limits(
                        new Cap(1, Given.DAY),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Budget(new BigDecimal(usd), per, Optional.of(2)))));
    }

    private static Limits throttled(Cap throttle) {
        return new Limits(
                new Cap(1, Given.DAY),
                Optional.empty(),
                Optional.empty(),
                Optional.of(throttle),
                Optional.empty(),
                Optional.empty());
    }
}
