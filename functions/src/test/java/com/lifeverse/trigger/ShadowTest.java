package com.lifeverse.trigger;

import static com.lifeverse.trigger.Given.ANNA;
import static com.lifeverse.trigger.Given.DAY;
import static com.lifeverse.trigger.Given.NOW;
import static com.lifeverse.trigger.Given.win;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.TriggerEngine.Owed;
import com.lifeverse.trigger.TriggerEngine.Part;
import com.lifeverse.trigger.TriggerEngine.Suited;
import com.lifeverse.trigger.TriggerEngine.Wanted;
import com.lifeverse.trigger.TriggerStates.Subject;
import com.lifeverse.trigger.decide.Claim;
import com.lifeverse.trigger.decide.Comparison;
import com.lifeverse.trigger.decide.Comparison.Verdict;
import com.lifeverse.trigger.decide.Happening;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Limits.Cap;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Span;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window;
import com.lifeverse.trigger.spec.Window.Frame;
import com.lifeverse.trigger.spec.Window.Scope;
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
class ShadowTest {
    private static final Trigger LIVE = Given.trigger(1, DAY, 1, DAY);
    private static final Trigger TWICE = next(Given.trigger(1, DAY, 2, DAY));

    private final RememberedStates states = new RememberedStates();
    private final List<Claim> taken = new ArrayList<>();

    @Test
    void shadowDecidesByTheSameRulesAndNothingComesOfIt() {
        decide(states, LIVE, TWICE, win("m1", NOW), win("m2", NOW), win("m3", NOW));

        assertThat(states.told()).extracting(Envelope::id).hasSize(1);
        assertThat(states.compared())
                .containsExactly(new Comparison(Verdict.BOTH, "evt_m1"), new Comparison(Verdict.ONLY_SHADOW, "evt_m2"));
    }

    @Test
    void whatTheLiveOneDoesAloneIsSeenToo() {
        decide(states, Given.trigger(1, DAY, 2, DAY), next(LIVE), win("m1", NOW), win("m2", NOW));

        assertThat(states.compared())
                .containsExactly(new Comparison(Verdict.BOTH, "evt_m1"), new Comparison(Verdict.ONLY_LIVE, "evt_m2"));
        assertThat(states.told()).hasSize(2);
    }

    @Test
    void bothVersionsAreOneReadAndOneWriteAndNoneWhereNothingChanges() {
        decide(states, LIVE, TWICE, win("m1", NOW), win("m2", NOW));
        assertThat(states.reads()).isEqualTo(1);
        assertThat(states.writes()).isEqualTo(1);

        decide(states, LIVE, TWICE, win("m3", NOW), win("m2", NOW));
        assertThat(states.writes()).isEqualTo(1);
    }

    @Test
    void whatIsToldAgainIsNotComparedAgainWhereverItIsCut() {
        for (var cut : List.of(Interruption.CRASH_BEFORE_WRITE, Interruption.CRASH_AFTER_WRITE)) {
            var fresh = new RememberedStates();
            var crashing = new InterruptedStates(fresh, cut);
            assertThatExceptionOfType(InterruptedStates.Crash.class)
                    .isThrownBy(() -> decide(crashing, LIVE, TWICE, win("m1", NOW)));
            decide(fresh, LIVE, TWICE, win("m1", NOW));
            decide(fresh, LIVE, TWICE, win("m1", NOW));

            assertThat(fresh.compared()).as("%s", cut).containsExactly(new Comparison(Verdict.BOTH, "evt_m1"));
        }
    }

    @Test
    void shadowBeginsWithWhatTheLiveOneHasSeen() {
        engine(states).evaluate(LIVE, ANNA, happenings(win("m1", NOW)));
        var thrice = next(Given.trigger(3, DAY, 1, DAY));
        decide(states, LIVE, thrice, win("m1", NOW), win("m2", NOW));

        assertThat(states.compared()).isEmpty();
        decide(states, Given.trigger(2, DAY, 9, DAY), next(Given.trigger(1, DAY, 1, DAY), "other"), win("m3", NOW));
        assertThat(states.compared()).as("capped by what the live one did").isEmpty();
    }

    @Test
    void shadowThatMeasuresSomethingElseBeginsAnew() {
        var lapsed = next(Given.trigger(
                new Window(new Measure.Absence(Map.of()), DAY, Frame.SLIDING, Scope.PLAYER), Limits.perPlayer(1, DAY)));
        engine(states).evaluate(LIVE, ANNA, happenings(win("m1", NOW)));
        decide(states, LIVE, lapsed, win("m2", NOW));

        assertThat(stored().shadow().orElseThrow().state().seen()).hasSize(1);
        assertThat(stored().state().seen()).hasSize(1);
    }

    @Test
    void anotherVersionBeginsAnewAndWithoutOneWhatItHadIsForgotten() {
        decide(states, LIVE, TWICE, win("m1", NOW), win("m2", NOW));
        decide(states, LIVE, next(Given.trigger(1, DAY, 3, DAY), "third"), win("m3", NOW));
        assertThat(stored().shadow().orElseThrow().version()).isEqualTo("third");
        assertThat(stored().shadow().orElseThrow().state().seen()).hasSize(2);

        engine(states).evaluate(LIVE, ANNA, happenings(win("d2", NOW.minus(Duration.ofDays(1)))));
        assertThat(stored().shadow()).isEmpty();
    }

    @Test
    void shadowTakesNothingOfWhatAllShareAndIsRefusedWhatTheLiveOneIs() {
        var shared = capped(9);
        var shadow = next(capped(8));
        decide(states, shared, shadow, win("m1", NOW));
        assertThat(taken).hasSize(1);

        var nothing = new TriggerEngine(states, (_, _) -> false, () -> NOW, Standard.of(TriggerPolicy.class));
        nothing.evaluate(List.of(wanted(shared, shadow, win("m2", NOW))));
        assertThat(states.compared()).containsExactly(new Comparison(Verdict.BOTH, "evt_m1"));
        assertThat(stored().shadow().orElseThrow().state().seen()).hasSize(1);
    }

    @Test
    void endsOfWaitsAreComparedAtTheSweep() {
        var lapsed = lapsed(DAY);
        var shadow = next(lapsed(new Span(Duration.ofHours(12))));
        decide(states, lapsed, shadow, win("left", NOW));
        assertThat(states.due(0, NOW.plus(Duration.ofHours(12)))).hasSize(1);

        sweep(NOW.plus(Duration.ofHours(12)), lapsed, shadow);
        assertThat(states.told()).isEmpty();
        assertThat(states.compared()).extracting(Comparison::verdict).containsExactly(Verdict.ONLY_SHADOW);
        assertThat(states.due(0, NOW.plus(Duration.ofHours(23)))).isEmpty();
        sweep(NOW.plus(Duration.ofDays(1)), lapsed, shadow);
        assertThat(states.told()).hasSize(1);
        assertThat(states.compared()).extracting(Comparison::verdict).endsWith(Verdict.ONLY_LIVE);
        assertThat(states.compared())
                .extracting(Comparison::event)
                .containsOnly(cause(states.told().getFirst()));
    }

    @Test
    void triggerThatIsNotLiveYetCanBeInTheShadowAlone() {
        engine(states)
                .evaluate(List.of(new Wanted(
                        new Subject(ANNA, LIVE.id()), Optional.empty(), Optional.of(part(LIVE, win("m1", NOW))))));

        assertThat(states.told()).isEmpty();
        assertThat(states.compared()).containsExactly(new Comparison(Verdict.ONLY_SHADOW, "evt_m1"));
        assertThat(stored().state().seen()).isEmpty();
    }

    @Test
    void versionThatWaitsForSomethingElseLeavesNothingDueForEver() {
        engine(states).evaluate(lapsed(DAY), ANNA, happenings(win("left", NOW)));
        var tomorrow = NOW.plus(Duration.ofDays(1));
        new TriggerEngine(states, (_, _) -> true, () -> tomorrow, Standard.of(TriggerPolicy.class))
                .due(LIVE, ANNA, true);

        assertThat(states.due(0, tomorrow)).isEmpty();
    }

    private TriggerStates.Stored stored() {
        var subject = new Subject(ANNA, LIVE.id());
        return Optional.ofNullable(states.read(List.of(subject)).get(subject)).orElseThrow();
    }

    private void decide(TriggerStates on, Trigger live, Trigger shadow, Envelope... events) {
        engine(on).evaluate(List.of(wanted(live, shadow, events)));
    }

    private void sweep(Instant at, Trigger live, Trigger shadow) {
        new TriggerEngine(states, (_, _) -> true, () -> at, Standard.of(TriggerPolicy.class))
                .due(new Owed(
                        new Subject(ANNA, live.id()),
                        Optional.of(new Suited(live, true)),
                        Optional.of(new Suited(shadow, true))));
    }

    private static Wanted wanted(Trigger live, Trigger shadow, Envelope... events) {
        return new Wanted(
                new Subject(ANNA, live.id()), Optional.of(part(live, events)), Optional.of(part(shadow, events)));
    }

    private static Part part(Trigger trigger, Envelope... events) {
        return new Part(trigger, happenings(events));
    }

    private static String cause(Envelope told) {
        return told.causation().getLast();
    }

    private static Trigger lapsed(Span within) {
        return Given.trigger(
                new Window(new Measure.Absence(Map.of()), within, Frame.SLIDING, Scope.PLAYER),
                Limits.perPlayer(1, DAY));
    }

    private static Trigger capped(int global) {
        return Given.trigger(
                Window.counting(1, DAY),
                new Limits(
                        new Cap(9, DAY),
                        Optional.of(new Cap(global, DAY)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    private static Trigger next(Trigger trigger) {
        return next(trigger, "next");
    }

    private static Trigger next(Trigger trigger, String version) {
        return new Trigger(
                trigger.id(),
                version,
                trigger.about(),
                trigger.when(),
                trigger.player(),
                trigger.window(),
                trigger.limits(),
                trigger.once(),
                trigger.pace(),
                trigger.effects());
    }

    private TriggerEngine engine(TriggerStates on) {
        return new TriggerEngine(on, (_, claim) -> taken.add(claim), () -> NOW, Standard.of(TriggerPolicy.class));
    }

    private static List<Happening> happenings(Envelope... events) {
        return Stream.of(events).map(Happening::of).toList();
    }
}
