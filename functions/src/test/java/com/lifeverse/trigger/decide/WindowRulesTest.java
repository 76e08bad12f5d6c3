package com.lifeverse.trigger.decide;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.decide.Progress.NotYet;
import com.lifeverse.trigger.decide.Progress.Reached;
import com.lifeverse.trigger.decide.TriggerState.Mark;
import com.lifeverse.trigger.decide.TriggerState.Seen;
import com.lifeverse.trigger.spec.EventField;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Span;
import com.lifeverse.trigger.spec.Window;
import com.lifeverse.trigger.spec.Window.Frame;
import com.lifeverse.trigger.spec.Window.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("rules")
class WindowRulesTest {
    private static final Span HOUR = new Span(Duration.ofHours(1));
    private static final EventField FIELD = new EventField("payload.points");
    private static final List<Map<String, Object>> STEPS = List.of(Map.of(), Map.of(), Map.of());
    private static final int ROUNDS = 300;
    private static final int HAPPENINGS = 12;

    static Stream<Window> windows() {
        var measures = List.of(
                new Measure.Count(1),
                new Measure.Count(3),
                new Measure.Sum(FIELD, 20, 1),
                new Measure.Distinct(FIELD, 3),
                new Measure.Sequence(STEPS));
        return Stream.of(Frame.values())
                .flatMap(frame -> measures.stream().map(measure -> new Window(measure, HOUR, frame, Scope.PLAYER)));
    }

    /** The reference tries every choice of open happenings together with the new one. */
    @ParameterizedTest
    @MethodSource("windows")
    void windowIsFullExactlyWhenSomeChoiceOfHappeningsFillsIt(Window window) {
        int reached = 0;
        for (long seed = 1; seed <= ROUNDS; seed++) {
            var open = new ArrayList<Seen>();
            var random = new Random(seed);
            for (int number = 0; number < HAPPENINGS; number++) {
                var latest = new Seen(
                        number,
                        Given.NOW.plusSeconds(random.nextInt(3 * 3_600)),
                        random.nextInt(STEPS.size()),
                        1 + random.nextInt(9),
                        Mark.OPEN);
                var progress = WindowRules.progress(window, open, latest);
                assertThat(progress instanceof Reached)
                        .as("seed %d, happening %d: %s", seed, number, progress)
                        .isEqualTo(someChoiceFills(window, open, latest));
                switch (progress) {
                    case Reached(var spent) -> {
                        assertThat(spent).contains(latest);
                        assertThat(fills(window, spent))
                                .as("seed %d: %s", seed, spent)
                                .isTrue();
                        open.removeAll(spent);
                        reached++;
                    }
                    case NotYet(var count, var of) -> {
                        assertThat(count).isLessThan(of);
                        open.add(latest);
                    }
                }
            }
        }
        assertThat(reached).isGreaterThan(ROUNDS / 10);
    }

    @Test
    void slidingWindowIsFullAcrossTheBorderOfAnHourAndATumblingOneIsNot() {
        var counting = new Measure.Count(2);
        var open = List.of(seen(1, Instant.parse("2026-11-20T18:59:00Z"), 0));
        var latest = seen(2, Instant.parse("2026-11-20T19:01:00Z"), 0);

        assertThat(WindowRules.progress(new Window(counting, HOUR, Frame.SLIDING, Scope.PLAYER), open, latest))
                .isInstanceOf(Reached.class);
        assertThat(WindowRules.progress(new Window(counting, HOUR, Frame.TUMBLING, Scope.PLAYER), open, latest))
                .isEqualTo(new NotYet(1, 2));
    }

    @Test
    void sequenceIsKnownWhenItsFirstStepIsToldLast() {
        var window = new Window(new Measure.Sequence(STEPS), HOUR, Frame.SLIDING, Scope.PLAYER);
        var open = List.of(seen(1, Given.NOW.plusSeconds(10), 1), seen(2, Given.NOW.plusSeconds(20), 2));

        assertThat(WindowRules.progress(window, open, seen(3, Given.NOW, 0))).isInstanceOf(Reached.class);
        assertThat(WindowRules.progress(window, open, seen(3, Given.NOW.plusSeconds(15), 0)))
                .isInstanceOf(NotYet.class);
    }

    private static Seen seen(long key, Instant at, int step) {
        return new Seen(key, at, step, 1, Mark.OPEN);
    }

    private static boolean someChoiceFills(Window window, List<Seen> open, Seen latest) {
        return IntStream.range(0, 1 << open.size()).anyMatch(choice -> {
            var chosen = new ArrayList<>(List.of(latest));
            for (int at = 0; at < open.size(); at++) {
                if ((choice & 1 << at) != 0) {
                    chosen.add(open.get(at));
                }
            }
            return fills(window, chosen);
        });
    }

    private static boolean fills(Window window, List<Seen> chosen) {
        for (var one : chosen) {
            for (var other : chosen) {
                boolean together = window.frame() == Frame.TUMBLING
                        ? HOUR.holdsBoth(one.at(), other.at())
                        : Duration.between(one.at(), other.at()).compareTo(HOUR.length()) < 0;
                if (!together) {
                    return false;
                }
            }
        }
        return switch (window.measure()) {
            case Measure.Count(var happenings) -> chosen.size() == happenings;
            case Measure.Sum sum -> chosen.stream().mapToLong(Seen::value).sum() >= sum.total();
            case Measure.Distinct distinct ->
                chosen.size() == distinct.values()
                        && chosen.stream().map(Seen::value).distinct().count() == chosen.size();
            case Measure.Sequence(var steps) ->
                chosen.size() == steps.size()
                        && chosen.stream().allMatch(one -> chosen.stream().allMatch(other -> inOrder(one, other)));
            case Measure.Absence _ -> false;
        };
    }

    private static boolean inOrder(Seen one, Seen other) {
        if (one.equals(other)) {
            return true;
        }
        return one.step() < other.step()
                ? !one.at().isAfter(other.at())
                : one.step() > other.step() && !one.at().isBefore(other.at());
    }
}
