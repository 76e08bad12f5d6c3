package com.lifeverse.trigger.decide;

import com.lifeverse.trigger.decide.Progress.NotYet;
import com.lifeverse.trigger.decide.Progress.Reached;
import com.lifeverse.trigger.decide.TriggerState.Seen;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Window;
import com.lifeverse.trigger.spec.Window.Frame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a happening makes a window full. It does if some stretch of time holds it, and enough of those that no firing has
 * spent, in whichever order they were told. Only the happenings that were needed are spent, the new one and then the oldest; what was
 * spent is not taken back, so how often a window becomes full of the same happenings can depend on the order.
 */
final class WindowRules {
    private static final Comparator<Seen> IN_TIME =
            Comparator.comparing(Seen::at).thenComparingLong(Seen::key);

    private WindowRules() {}

    /** How far the window has come with {@code latest}, which is not among the open ones. */
    static Progress progress(Window window, List<Seen> open, Seen latest) {
        NotYet nearest = new NotYet(0, 1);
        for (var stretch : stretches(window, open, latest)) {
            switch (progress(window.measure(), stretch, latest, window.within().length())) {
                case Reached reached -> {
                    return reached;
                }
                case NotYet notYet -> nearest = notYet.count() > nearest.count() ? notYet : nearest;
            }
        }
        return nearest;
    }

    /** The others in each stretch of time that holds the happening, oldest first. */
    private static List<List<Seen>> stretches(Window window, List<Seen> open, Seen latest) {
        var others = open.stream().sorted(IN_TIME).toList();
        if (window.frame() == Frame.TUMBLING) {
            return List.of(others.stream()
                    .filter(other -> window.within().holdsBoth(other.at(), latest.at()))
                    .toList());
        }
        var stretches = new ArrayList<List<Seen>>();
        var length = window.within().length();
        for (var first : others) {
            var from = first.at();
            if (!from.isAfter(latest.at()) && from.plus(length).isAfter(latest.at())) {
                stretches.add(others.stream()
                        .filter(other ->
                                !other.at().isBefore(from) && other.at().isBefore(from.plus(length)))
                        .toList());
            }
        }
        // The one that begins with the happening itself.
        stretches.add(others.stream()
                .filter(other -> !other.at().isBefore(latest.at())
                        && other.at().isBefore(latest.at().plus(length)))
                .toList());
        return stretches;
    }

    private static Progress progress(Measure measure, List<Seen> others, Seen latest, Duration within) {
        return switch (measure) {
            case Measure.Count(var happenings) -> {
                var taken = new ArrayList<>(List.of(latest));
                others.stream().limit(happenings - 1L).forEach(taken::add);
                yield taken.size() == happenings ? new Reached(taken) : new NotYet(taken.size(), happenings);
            }
            case Measure.Sum sum -> sum(others, latest, sum.total());
            case Measure.Distinct distinct -> distinct(others, latest, distinct.values());
            case Measure.Sequence(var steps) -> sequence(others, latest, steps.size(), within);
            // Whether it is waited is not a matter of how much there is.
            case Measure.Absence _ -> new NotYet(0, 1);
        };
    }

    private static Progress sum(List<Seen> others, Seen latest, long total) {
        var taken = new ArrayList<>(List.of(latest));
        long sum = latest.value();
        for (var other : others) {
            if (sum >= total) {
                break;
            }
            taken.add(other);
            // Above the total nothing matters, and so nothing can overflow.
            sum += Math.min(other.value(), total);
        }
        return sum >= total ? new Reached(taken) : new NotYet(sum, total);
    }

    private static Progress distinct(List<Seen> others, Seen latest, int values) {
        var taken = new ArrayList<>(List.of(latest));
        for (var other : others) {
            if (taken.size() < values && taken.stream().noneMatch(one -> one.value() == other.value())) {
                taken.add(other);
            }
        }
        return taken.size() == values ? new Reached(taken) : new NotYet(taken.size(), values);
    }

    // From the new one back to the latest that may come before it, and on to the earliest that may come after: no other
    // choice makes the whole shorter.
    private static Progress sequence(List<Seen> others, Seen latest, int steps, Duration within) {
        var chain = new ArrayList<>(List.of(latest));
        for (int step = latest.step() - 1; step >= 0; step--) {
            var next = chain.getFirst();
            int wanted = step;
            others.stream()
                    .filter(other -> other.step() == wanted && !other.at().isAfter(next.at()))
                    .max(IN_TIME)
                    .ifPresent(found -> {
                        if (next.step() == wanted + 1) {
                            chain.addFirst(found);
                        }
                    });
        }
        for (int step = latest.step() + 1; step < steps; step++) {
            var last = chain.getLast();
            int wanted = step;
            others.stream()
                    .filter(other -> other.step() == wanted && !other.at().isBefore(last.at()))
                    .min(IN_TIME)
                    .ifPresent(found -> {
                        if (last.step() == wanted - 1) {
                            chain.addLast(found);
                        }
                    });
        }
        var whole = Duration.between(chain.getFirst().at(), chain.getLast().at());
        return chain.size() == steps && whole.compareTo(within) < 0
                ? new Reached(chain)
                : new NotYet(Math.min(chain.size(), steps - 1), steps);
    }
}
