package com.lifeverse.trigger.decide;

import static com.lifeverse.trigger.Given.ANNA;
import static com.lifeverse.trigger.Given.DAY;
import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.decide.Decision.Capped;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Pace;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window;
import com.lifeverse.trigger.spec.Window.Frame;
import com.lifeverse.trigger.spec.Window.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class PastRulesTest {
    private static final Duration LONG = Duration.ofDays(1);
    private static final Duration QUIET = Duration.ofMinutes(5);
    private static final Trigger LAPSED = Given.trigger(
            new Window(new Measure.Absence(Map.of()), DAY, Frame.SLIDING, Scope.PLAYER), Limits.perPlayer(1, DAY));
    private static final Trigger BURSTS =
            Given.paced(new Pace(5, Optional.of(QUIET), Optional.empty()), Window.counting(1, DAY));

    @Test
    void whatFiredCountedAndWasSpentIsTold() {
        var pairs = Given.trigger(2, DAY, 1, DAY);
        var first = told(pairs, "m1", NOW, 0, TriggerState.NEW);
        assertThat(past(pairs, "m1", NOW, 0, first)).contains(new Past.Counted(NOW));
        var second = told(pairs, "m2", NOW.plusSeconds(9), 0, first);

        assertThat(past(pairs, "m1", NOW, 0, second)).contains(new Past.Spent(NOW));
        assertThat(past(pairs, "m2", NOW, 0, second)).contains(new Past.Fired(NOW.plusSeconds(9), "2026-11-20", 1));
        assertThat(past(pairs, "m3", NOW, 0, second)).isEmpty();
    }

    @Test
    void whatWasHeldBackAndItsBurstAreTold() {
        var first = told(BURSTS, "m1", NOW, 0, TriggerState.NEW);
        assertThat(past(BURSTS, "m1", NOW, 0, first)).contains(new Past.Holding(NOW, NOW.plus(QUIET)));
        var second = told(BURSTS, "m2", NOW.plusSeconds(200), 0, first);
        var end = NOW.plusSeconds(200).plus(QUIET);

        assertThat(past(BURSTS, "m1", NOW, 0, second)).contains(new Past.Holding(NOW, end));
        assertThat(past(BURSTS, "m2", NOW, 0, second)).contains(new Past.Absorbed(NOW.plusSeconds(200), end));
        var over = due(BURSTS, second, end);
        assertThat(past(BURSTS, "m1", NOW, 0, over)).contains(new Past.Fired(NOW, "2026-11-20", 1));
        assertThat(past(BURSTS, "m2", NOW, 0, over)).contains(new Past.Spent(NOW.plusSeconds(200)));
    }

    @Test
    void waitIsToldWithWhatEndedIt() {
        var waiting = told(LAPSED, "left", NOW, 0, TriggerState.NEW);
        assertThat(past(LAPSED, "left", NOW, 0, waiting)).contains(new Past.Waiting(NOW, NOW.plus(LONG)));

        var over = due(LAPSED, waiting, NOW.plus(LONG));
        assertThat(past(LAPSED, "left", NOW, 0, over)).contains(new Past.Fired(NOW, "2026-11-20", 1));

        var back = told(LAPSED, "back", NOW.plusSeconds(9), 1, waiting);
        assertThat(past(LAPSED, "left", NOW, 0, back)).contains(new Past.Answered(NOW));
        assertThat(past(LAPSED, "back", NOW, 1, back)).contains(new Past.Answered(NOW.plusSeconds(9)));

        assertThat(past(LAPSED, "left", NOW, 0, waiting.lettingBe()))
                .as("its trigger was taken out of force meanwhile")
                .contains(new Past.Stopped(NOW, NOW.plus(LONG), Optional.empty()));
    }

    @Test
    void limitThatStoppedAWaitAtItsEndIsNamedAndWhatTheStateDoesNotSayIsNot() {
        var fired = due(LAPSED, told(LAPSED, "m1", NOW, 0, TriggerState.NEW), NOW.plus(LONG));
        var later = NOW.plusSeconds(9);
        var capped = due(LAPSED, told(LAPSED, "m2", later, 0, fired), later.plus(LONG));

        assertThat(past(LAPSED, "m2", later, 0, capped))
                .contains(new Past.Stopped(
                        later, later.plus(LONG), Optional.of(new Capped(Instant.parse("2026-11-21T00:00:00Z")))));

        var waiting = told(LAPSED, "m1", NOW, 0, TriggerState.NEW);
        var unsuited = DueRules.overdue(LAPSED, ANNA, false, waiting, NOW.plus(LONG))
                .orElseThrow()
                .otherwise();
        assertThat(past(LAPSED, "m1", NOW, 0, unsuited))
                .contains(new Past.Stopped(NOW, NOW.plus(LONG), Optional.empty()));
    }

    @Test
    void whatHappenedAfterAWaitBeganIsNotNamedAsWhatStoppedIt() {
        var throttle = Optional.of(new Limits.Cap(2, LAPSED.limits().perPlayer().per()));
        var limits = new Limits(
                LAPSED.limits().perPlayer(),
                Optional.empty(),
                Optional.empty(),
                throttle,
                Optional.empty(),
                Optional.empty());
        var throttled = Given.trigger(LAPSED.window(), limits);
        var two = told(throttled, "m2", NOW.plusSeconds(60), 0, told(throttled, "m1", NOW, 0, TriggerState.NEW));
        var unsuited = DueRules.overdue(throttled, ANNA, false, two, NOW.plus(LONG))
                .orElseThrow()
                .otherwise();

        assertThat(past(throttled, "m1", NOW, 0, unsuited))
                .contains(new Past.Stopped(NOW, NOW.plus(LONG), Optional.empty()));
    }

    private static Optional<Past> past(Trigger trigger, String match, Instant time, int step, TriggerState state) {
        return PastRules.of(trigger, new Happening(win(match, time), step), state);
    }

    private static TriggerState told(Trigger trigger, String match, Instant time, int step, TriggerState state) {
        var happening = new Happening(win(match, time), step);
        return TriggerRules.after(
                TriggerRules.decide(trigger, happening, state, time, Standard.of(TriggerPolicy.class)), state);
    }

    /** The state after what comes due then. */
    private static TriggerState due(Trigger trigger, TriggerState state, Instant now) {
        var due = DueRules.overdue(trigger, ANNA, true, state, now).orElseThrow();
        return due.decision().acts() ? TriggerRules.after(due.decision(), state) : due.otherwise();
    }
}
