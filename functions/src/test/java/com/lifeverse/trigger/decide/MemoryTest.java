package com.lifeverse.trigger.decide;

import static com.lifeverse.trigger.Given.ANNA;
import static com.lifeverse.trigger.Given.DAY;
import static com.lifeverse.trigger.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.decide.Decision.Capped;
import com.lifeverse.trigger.decide.Decision.Counted;
import com.lifeverse.trigger.decide.Decision.Fired;
import com.lifeverse.trigger.decide.Decision.TooLate;
import com.lifeverse.trigger.spec.EventField;
import com.lifeverse.trigger.spec.Limits;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Pace;
import com.lifeverse.trigger.spec.Span;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window;
import com.lifeverse.trigger.spec.Window.Frame;
import com.lifeverse.trigger.spec.Window.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a full state may forget, and what never. */
@Tag("rules")
class MemoryTest {
    private static final long SEED = 20_261_122L;
    private static final Span MONTH = new Span(Duration.ofDays(31));
    private static final List<String> MODES = List.of("duel", "ranked", "co-op");
    private static final TriggerPolicy POLICY = Standard.of(TriggerPolicy.class);

    /** What one player did at one trigger. */
    private static final class Playing {
        private Trigger trigger;
        private final TriggerPolicy policy;
        private final List<String> firings = new ArrayList<>();
        private TriggerState state = TriggerState.NEW;
        private int matches;

        Playing(Trigger trigger, TriggerPolicy policy) {
            this.trigger = trigger;
            this.policy = policy;
        }

        Decision play(String mode, Instant time) {
            matches++;
            return tell("m" + matches, mode, MODES.indexOf(mode), time, time);
        }

        Decision tell(String match, String mode, int step, Instant time, Instant now) {
            DueRules.overdue(trigger, ANNA, true, state, now)
                    .ifPresent(due -> state = TriggerRules.after(due.decision(), state));
            var payload = Map.<String, Object>of("matchId", match, "mode", mode);
            var event = Envelope.first("evt_" + match, "match.ended.v1", time, ANNA, "game-server", payload)
                    .deduplicatedBy(match);
            var decision = TriggerRules.decide(trigger, new Happening(event, step), state, now, policy);
            var before = state.held();
            state = TriggerRules.after(decision, state);
            if (decision instanceof Fired fired) {
                firings.add(fired.occurrence());
            } else if (decision instanceof Decision.Holding holding) {
                // Of two bursts the one that is over first is told, be it the new one.
                var held = state.held();
                boolean told = held.isPresent() && held.equals(before);
                firings.add(
                        told
                                ? String.valueOf(
                                        holding.told().getFirst().payload().get("occurrence"))
                                : held.orElseThrow().occurrence());
            }
            return decision;
        }
    }

    @Test
    void firingIsRememberedHoweverMuchHappensAfterIt() {
        var trio = new Playing(trigger(distinct("payload.mode", 3, DAY, Frame.TUMBLING), 2, MONTH, Pace.USUAL), POLICY);
        MODES.forEach(mode -> trio.play(mode, NOW));
        for (int match = 0; match < 170; match++) {
            trio.play("duel", NOW.plus(Duration.ofDays(1)).plus(Duration.ofHours(match)));
        }
        for (int day = 9; day < 11; day++) {
            for (var mode : MODES) {
                trio.play(mode, NOW.plus(Duration.ofDays(day)));
            }
        }

        assertThat(trio.firings).hasSize(2).doesNotHaveDuplicates();
        assertThat(trio.play("duel", NOW.plus(Duration.ofDays(11)))).isInstanceOf(Capped.class);
    }

    @Test
    void stretchThatAVersionFiredInIsClosedToItWhenOneThatRemembersLessForgotTheFiring() {
        var monthly = trigger(Window.counting(1, DAY), 1, MONTH, Pace.USUAL);
        var daily = trigger(Window.counting(2, DAY), 1, DAY, Pace.USUAL);
        var start = MONTH.end(NOW);
        var player = new Playing(monthly, POLICY);
        player.play("duel", start);
        player.trigger = daily;
        player.play("duel", start.plus(Duration.ofDays(22)));
        player.trigger = monthly;

        assertThat(player.play("duel", start.plus(Duration.ofDays(23)))).isEqualTo(new TooLate(MONTH.end(start)));
        assertThat(player.play("duel", MONTH.end(start))).isInstanceOf(Fired.class);
        assertThat(player.firings).hasSize(2).doesNotHaveDuplicates();
        player.play("duel", start.plus(Duration.ofDays(80)));
        assertThat(player.state.seen()).as("in the end both are forgotten").hasSize(1);
    }

    @Test
    void stretchOfAFiringIsClosedWhenAVersionThatRemembersLessForgetsIt() {
        var monthly = trigger(Window.counting(1, DAY), 1, MONTH, Pace.USUAL);
        var hourly = Given.remembering(
                Duration.ofHours(1), trigger(Window.counting(2, new Span(Duration.ofDays(9))), 1, DAY, Pace.USUAL));
        var start = MONTH.end(NOW);
        var end = MONTH.end(start);
        var player = new Playing(monthly, POLICY);
        player.play("duel", start.plus(Duration.ofHours(2)));
        player.trigger = hourly;
        player.play("duel", end.plus(Duration.ofHours(2)));
        player.trigger = monthly;
        var late = end.minus(Duration.ofHours(1));

        assertThat(player.tell("late", "duel", 0, late, end.plus(Duration.ofHours(2))))
                .isEqualTo(new TooLate(end));
        assertThat(player.firings).hasSize(1);
    }

    @Test
    void whoeverFiresDayByDayDoesSoForEverAndNoMoreIsRememberedThanMatters() {
        var daily = new Playing(trigger(Window.counting(1, DAY), 14, DAY, Pace.USUAL), POLICY);
        for (int day = 0; day < 60; day++) {
            for (int match = 0; match < 14; match++) {
                var time = DAY.start(NOW).plus(Duration.ofDays(day)).plus(Duration.ofHours(match));
                assertThat(daily.play("duel", time))
                        .as("match %d of day %d", match, day)
                        .isInstanceOf(Fired.class);
            }
        }

        assertThat(daily.state.seen()).hasSizeLessThanOrEqualTo(14 * 17);
        assertThat(daily.firings).doesNotHaveDuplicates();
    }

    @Test
    void firingsOfAVersionThatRemembersLessCloseNothingToOneThatFollowsIt() {
        var player = new Playing(trigger(Window.counting(1, DAY), 3, DAY, Pace.USUAL), POLICY);
        var start = MONTH.end(NOW);
        for (int day = 0; day < 25; day++) {
            player.play("duel", start.plus(Duration.ofDays(day)));
        }
        player.trigger = trigger(Window.counting(1, DAY), 100, MONTH, Pace.USUAL);

        assertThat(player.play("duel", start.plus(Duration.ofDays(25)))).isInstanceOf(Fired.class);
    }

    @Test
    void waitThatEndsInAStretchOfWhichAFiringIsForgottenDoesNotFire() {
        var absence = new Window(new Measure.Absence(Map.of()), DAY, Frame.SLIDING, Scope.PLAYER);
        var monthly = trigger(absence, 1, MONTH, Pace.USUAL);
        var start = MONTH.end(NOW);
        var player = new Playing(monthly, POLICY);
        player.play("duel", start);
        player.play("duel", start.plus(Duration.ofDays(17)));
        player.trigger = trigger(absence, 1, DAY, Pace.USUAL);
        player.play("duel", start.plus(Duration.ofDays(17)).plusSeconds(60));
        player.trigger = monthly;

        assertThat(DueRules.overdue(monthly, ANNA, true, player.state, start.plus(Duration.ofDays(18))))
                .hasValueSatisfying(due -> assertThat(due.decision()).isEqualTo(new Capped(MONTH.end(start))));
    }

    @Test
    void manyFiringsKeepTheirNumbersApart() {
        var pairs = new Playing(
                trigger(distinct("payload.matchId", 2, MONTH, Frame.SLIDING), 100, MONTH, Pace.USUAL), POLICY);
        for (int match = 0; match < 320; match++) {
            pairs.play("duel", NOW.plusSeconds(match));
        }

        assertThat(pairs.firings).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void burstPushesOutNoFiring() {
        var pace = new Pace(5, Optional.of(Duration.ofMinutes(10)), Optional.empty());
        var burst = new Playing(trigger(Window.counting(1, DAY), 1, DAY, pace), POLICY);
        for (int match = 0; match < 300; match++) {
            burst.play("duel", NOW.plusSeconds(match));
        }

        assertThat(burst.play("duel", NOW.plus(Duration.ofHours(1)))).isInstanceOf(Capped.class);
        assertThat(burst.firings).hasSize(1);
    }

    @Test
    void throttleBoundsWhatABurstTakesAndTheBurstGoesOn() {
        var pace = new Pace(5, Optional.of(Duration.ofMinutes(10)), Optional.empty());
        var three = Optional.of(new Limits.Cap(3, new Span(Duration.ofMinutes(20))));
        var limits = new Limits(
                new Limits.Cap(9, DAY), Optional.empty(), Optional.empty(), three, Optional.empty(), Optional.empty());
        var burst = new Playing(Given.paced(pace, Given.trigger(Window.counting(1, DAY), limits)), POLICY);
        for (int minute = 0; minute < 15; minute++) {
            burst.play("duel", NOW.plus(Duration.ofMinutes(minute)));
        }

        assertThat(burst.state.seen()).hasSize(3);
        assertThat(DueRules.next(burst.trigger, burst.state)).contains(NOW.plus(Duration.ofMinutes(24)));
        var again = burst.tell("m15", "duel", 0, NOW.plus(Duration.ofMinutes(14)), NOW.plus(Duration.ofHours(1)));
        assertThat(again).as("what was not remembered is not acted on").isInstanceOf(Decision.Absorbed.class);
        var before = new ArrayList<>(burst.firings);
        burst.tell("m23", "duel", 0, NOW.plus(Duration.ofMinutes(23)), NOW.plus(Duration.ofHours(1)));
        assertThat(burst.firings).as("nor is what comes at its end").isEqualTo(before);
    }

    @Test
    void sequenceOutlastsWhatOnlyRepeatsAStep() {
        var steps = new Measure.Sequence(List.of(Map.of(), Map.of(), Map.of()));
        var path = new Playing(
                trigger(new Window(steps, MONTH, Frame.SLIDING, Scope.PLAYER), 1, MONTH, Pace.USUAL), POLICY);
        path.tell("story", "story", 0, NOW, NOW);
        for (int match = 1; match < 300; match++) {
            path.tell("m" + match, "co-op", 1, NOW.plusSeconds(match), NOW.plusSeconds(match));
        }

        var last = NOW.plusSeconds(999);
        assertThat(path.tell("ranked", "ranked", 2, last, last)).isInstanceOf(Fired.class);
    }

    @Test
    void progressThatWasForgottenIsSaid() {
        var many = new Playing(
                trigger(distinct("payload.matchId", 150, MONTH, Frame.SLIDING), 1, MONTH, Pace.USUAL), small(30));
        Decision last = many.play("duel", NOW);
        assertThat(((Counted) last).forgotten()).isEmpty();
        for (int match = 1; match < 40; match++) {
            last = many.play("duel", NOW.plusSeconds(match));
        }

        assertThat(((Counted) last).forgotten()).contains(many.state.floor());
    }

    @Test
    void stretchOfWhichAFiringHadToBeForgottenIsClosed() {
        var always = new Playing(trigger(Window.counting(1, DAY), 100, DAY, Pace.USUAL), small(3));
        for (int match = 0; match < 4; match++) {
            assertThat(always.play("duel", NOW.plusSeconds(match))).isInstanceOf(Fired.class);
        }

        assertThat(always.play("duel", NOW.plusSeconds(9))).isEqualTo(new TooLate(DAY.end(NOW)));
        assertThat(always.play("duel", DAY.end(NOW))).isInstanceOf(Fired.class);
        assertThat(always.state.seen()).hasSize(3);
    }

    @Test
    void howeverLittleAStateHoldsNoCapIsExceededNoNameComesTwiceAndNothingActsTwice() {
        int full = 0;
        for (int round = 0; round < 400; round++) {
            var random = new Random(SEED + round);
            var drawn = drawn(random);
            var per = drawn.limits().perPlayer().per();
            var playing = new Playing(drawn, small(4 + random.nextInt(9)));
            var times = new HashMap<String, Instant>();
            var acted = new HashSet<String>();
            var firings = new HashMap<Instant, Integer>();
            for (int at = 0; at < 150; at++) {
                var now = NOW.plus(Duration.ofMinutes(20L * at));
                var match = "m" + (random.nextInt(4) == 0 ? random.nextInt(at + 1) : at);
                var late = random.nextInt(3) == 0 ? Duration.ofMinutes(random.nextInt(600)) : Duration.ZERO;
                var time = times.computeIfAbsent(match, _ -> now.minus(late));
                int kind = new Random(match.hashCode()).nextInt(2);
                if (playing.tell(match, MODES.get(kind), kind, time, now).acts()) {
                    assertThat(acted.add(match))
                            .as("%s in round %d", match, round)
                            .isTrue();
                    firings.merge(per.start(time), 1, Integer::sum);
                }
            }
            assertThat(playing.firings).as("round %d", round).doesNotHaveDuplicates();
            assertThat(firings.values())
                    .as("round %d", round)
                    .allMatch(number -> number <= drawn.limits().perPlayer().times());
            full += playing.state.seen().size() == playing.policy.holds(drawn) ? 1 : 0;
        }
        assertThat(full).as("rounds in which the state was full").isGreaterThan(200);
    }

    private static Trigger drawn(Random random) {
        var within = new Span(Duration.ofHours(12));
        var window = switch (random.nextInt(3)) {
            case 0 -> Window.counting(1 + random.nextInt(2), within);
            case 1 -> distinct("payload.mode", 2, within, random.nextBoolean() ? Frame.SLIDING : Frame.TUMBLING);
            default ->
                new Window(new Measure.Sequence(List.of(Map.of(), Map.of())), within, Frame.SLIDING, Scope.PLAYER);
        };
        var calm = random.nextInt(4) == 0 ? Optional.of(Duration.ofMinutes(30)) : Optional.<Duration>empty();
        var per = new Span(Duration.ofHours(random.nextBoolean() ? 24 : 6));
        return trigger(window, 1 + random.nextInt(4), per, new Pace(5, calm, Optional.empty()));
    }

    private static Window distinct(String field, int values, Span within, Frame frame) {
        return new Window(new Measure.Distinct(new EventField(field), values), within, frame, Scope.PLAYER);
    }

    private static Trigger trigger(Window window, int times, Span per, Pace pace) {
        return Given.paced(pace, Given.trigger(window, Limits.perPlayer(times, per)));
    }

    private static TriggerPolicy small(int memory) {
        return new TriggerPolicy(
                POLICY.horizon(),
                POLICY.hops(),
                memory,
                POLICY.attempts(),
                POLICY.look(),
                POLICY.names(),
                POLICY.publications());
    }
}
