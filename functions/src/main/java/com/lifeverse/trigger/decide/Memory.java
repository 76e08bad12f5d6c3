package com.lifeverse.trigger.decide;

import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.decide.TriggerState.Mark;
import com.lifeverse.trigger.decide.TriggerState.Seen;
import com.lifeverse.trigger.spec.Limits.Cap;
import com.lifeverse.trigger.spec.Measure.Absence;
import com.lifeverse.trigger.spec.Measure.Count;
import com.lifeverse.trigger.spec.Measure.Distinct;
import com.lifeverse.trigger.spec.Measure.Sequence;
import com.lifeverse.trigger.spec.Measure.Sum;
import com.lifeverse.trigger.spec.Span;
import com.lifeverse.trigger.spec.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much a state holds, and since when. A full one forgets what is worth least, and of that the oldest. For want of room a window may
 * lose progress; but whatever a forgotten happening could still have stopped is too late from then on, so that no limit is exceeded, no firing
 * has the name of another, and nothing is acted on again. That a firing was forgotten stands against those versions only that go by it.
 *
 * @param oldest what happened before it matters to this trigger no more
 * @param acting events before it are not acted on
 * @param size so many happenings
 * @param trigger whose windows and limits go by them
 */
record Memory(Instant oldest, Instant acting, int size, Trigger trigger) {
    private static final Comparator<Seen> IN_TIME =
            Comparator.comparing(Seen::at).thenComparingLong(Seen::key);

    /** What a happening is still good for besides recognising that it is told again; the least first. */
    private enum Worth {
        NOTHING,
        PROGRESS,
        THROTTLE,
        CAPS_AND_NAMES
    }

    static Memory of(Trigger trigger, Instant now, TriggerPolicy policy) {
        return new Memory(
                now.minus(policy.keeps(trigger)), now.minus(policy.horizon(trigger)), policy.holds(trigger), trigger);
    }

    /** The state with one more happening, and without those that are too old or too many. */
    TriggerState with(TriggerState state, Seen happening) {
        var kept = new ArrayList<Seen>();
        var forgotten = new ArrayList<Seen>();
        state.seen().forEach(old -> (old.at().isBefore(oldest) ? forgotten : kept).add(old));
        // What is forgotten is not known again, not even to a trigger that is to remember longer from now on.
        var floor = forgotten.isEmpty() ? state.floor() : later(state.floor(), oldest);
        kept.add(happening);
        kept.sort(Comparator.comparing(Seen::at));
        while (kept.size() > size) {
            var least = least(kept);
            kept.remove(least);
            forgotten.add(least);
            floor = later(floor, behind(least));
        }
        var after = new TriggerState(floor, kept, state.held(), without(forgotten, state.firings()), state.bursts());
        return happening.mark() == Mark.FIRED ? after.limiting(happening.at(), trigger.limits()) : after;
    }

    private Firings without(List<Seen> forgotten, Firings firings) {
        var known = firings;
        for (var each : forgotten) {
            known = each.mark() == Mark.FIRED ? known.forgetting(each.at(), acting) : known;
        }
        return known;
    }

    private Seen least(List<Seen> kept) {
        var newest = kept.getLast().at();
        return kept.stream()
                .min(Comparator.comparing((Seen happening) -> worth(happening, kept, newest))
                        .thenComparing(IN_TIME))
                .orElseThrow();
    }

    private Worth worth(Seen happening, List<Seen> kept, Instant newest) {
        if (happening.mark() == Mark.FIRED) {
            return Worth.CAPS_AND_NAMES;
        }
        if (happening.at().isAfter(newest.minus(throttled()))) {
            return Worth.THROTTLE;
        }
        return happening.isOpen() && !isRepeated(happening, kept) ? Worth.PROGRESS : Worth.NOTHING;
    }

    // To a window that goes on from now, a later happening of the same value is as good; of the same step only if
    // nothing came between them.
    private boolean isRepeated(Seen happening, List<Seen> kept) {
        var later = kept.stream().filter(other -> other.isOpen() && IN_TIME.compare(happening, other) < 0);
        return switch (trigger.window().measure()) {
            case Distinct _ -> later.anyMatch(other -> other.value() == happening.value());
            case Sequence _ ->
                later.min(IN_TIME)
                        .filter(next -> next.step() == happening.step())
                        .isPresent();
            case Count _, Sum _, Absence _ -> false;
        };
    }

    /** The first time at which neither the throttle nor its being told again goes by a happening that is not known any more. */
    private Instant behind(Seen forgotten) {
        return later(forgotten.at().plusSeconds(1), forgotten.at().plus(throttled()));
    }

    private Duration throttled() {
        return trigger.limits().throttle().map(Cap::per).map(Span::length).orElse(Duration.ZERO);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
