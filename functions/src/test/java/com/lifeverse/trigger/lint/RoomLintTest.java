package com.lifeverse.trigger.lint;

import static com.lifeverse.trigger.lint.Lints.findings;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.spec.EventField;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Limits.Cap;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Once;
import com.lifeverse.trigger.spec.Span;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window;
import com.lifeverse.trigger.spec.Window.Frame;
import com.lifeverse.trigger.spec.Window.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Windows that ask for more than events can say. */
@Tag("rules")
class RoomLintTest {
    @Test
    void moreDifferentValuesThanThereCanBeAreAFinding() {
        assertThat(of(distinct("payload.outcome", 3), Scope.PLAYER)).isEmpty();
        assertThat(of(distinct("payload.outcome", 4), Scope.PLAYER))
                .containsExactly(new Violation(
                        "/window/values",
                        "can never be reached: of different values in payload.outcome, when lets by at most 3"));
        assertThat(of(distinct("payload.mode", 100), Scope.PLAYER)).isEmpty();
    }

    @Test
    void onePlayersWindowHasOnePlayer() {
        assertThat(of(distinct("playerId", 2), Scope.PLAYER))
                .extracting(Violation::pointer)
                .containsExactly("/window/values");
        assertThat(of(distinct("playerId", 2), Scope.GLOBAL)).isEmpty();
    }

    @Test
    void whatAnotherEventTypeMaySayIsRoomToo() {
        var both = Map.<String, Object>of("detail-type", List.of("match.ended.v1", "photo.taken.v1"));
        var sound = Given.trigger(
                new Window(distinct("payload.outcome", 4), Given.DAY, Frame.SLIDING, Scope.PLAYER),
                Limits.perPlayer(1, Given.DAY));

        assertThat(findings(with(sound, both, new Once(Optional.empty(), Optional.empty()))))
                .extracting(Violation::pointer)
                .containsExactly("/when/detail-type/1");
    }

    @Test
    void whatTwoEventTypesSayIsAddedUp() {
        var some = Extent.of(Set.of("win", "7"));

        assertThat(some.or(Extent.of(Set.of("win", "9")))).isEqualTo(Extent.of(Set.of("win", "7", "9")));
        assertThat(some.or(new Extent(Optional.empty(), 8))).isEqualTo(new Extent(Optional.empty(), 8));
    }

    @Test
    void amountsThatNoEventHasAreAFinding() {
        assertThat(of(sum("payload.seconds", 100, 100), Scope.PLAYER)).isEmpty();
        assertThat(of(sum("payload.seconds", 200, 101), Scope.PLAYER))
                .containsExactly(new Violation(
                        "/window/least", "can never be reached: what when lets by has at most 100 in payload.seconds"));
        assertThat(of(sum("payload.nothing", 2, 1), Scope.PLAYER))
                .containsExactly(new Violation(
                        "/window/sum", "can never be reached: what when lets by has no amount in payload.nothing"));
        assertThat(of(sum("payload.points", 1_000, 900), Scope.PLAYER)).isEmpty();
    }

    @Test
    void totalThatTheThrottleDoesNotLetComeTogetherIsAFinding() {
        var hourly = new Span(Duration.ofHours(1));

        assertThat(findings(throttled(sum("payload.seconds", 300, 90), hourly, 3)))
                .isEmpty();
        assertThat(findings(throttled(sum("payload.seconds", 301, 90), hourly, 3)))
                .containsExactly(new Violation(
                        "/window", "can never be reached: the throttle lets 3 happenings count in PT24H"));
        assertThat(findings(throttled(sum("payload.points", 301, 90), hourly, 3)))
                .isEmpty();
    }

    @Test
    void windowThatNeedsMoreHappeningsThanAreToldApartIsAFinding() {
        var key = new Once(Optional.of(new EventField("payload.outcome")), Optional.empty());
        var match = Map.<String, Object>of("detail-type", List.of("match.ended.v1"));
        var limits = Limits.perPlayer(1, Given.DAY);

        assertThat(findings(with(Given.trigger(Window.counting(3, Given.DAY), limits), match, key)))
                .isEmpty();
        assertThat(findings(with(Given.trigger(Window.counting(4, Given.DAY), limits), match, key)))
                .containsExactly(
                        new Violation(
                                "/once/key",
                                "lets no window of 4 happenings become full: of different values in payload.outcome, when lets by at most 3"));
    }

    private static Measure distinct(String field, int values) {
        return new Measure.Distinct(new EventField(field), values);
    }

    private static Measure sum(String field, long total, long least) {
        return new Measure.Sum(new EventField(field), total, least);
    }

    private static List<Violation> of(Measure measure, Scope scope) {
        return findings(
                Given.trigger(new Window(measure, Given.DAY, Frame.SLIDING, scope), Limits.perPlayer(1, Given.DAY)));
    }

    private static Trigger throttled(Measure sum, Span within, int times) {
        return Given.trigger(
                new Window(sum, within, Frame.SLIDING, Scope.PLAYER),
                new Limits(
                        new Cap(1, Given.DAY),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Cap(times, Given.DAY)),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Trigger with(Trigger sound, Map<String, Object> when, Once once) {
        return new Trigger(
                sound.id(),
                Given.VERSION,
                sound.about(),
                when,
                sound.player(),
                sound.window(),
                sound.limits(),
                once,
                sound.pace(),
                sound.effects());
    }
}
