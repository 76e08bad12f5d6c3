package com.lifeverse.trigger.decide;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.decide.TriggerState.Mark;
import com.lifeverse.trigger.decide.TriggerState.Seen;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Pace;
import com.lifeverse.trigger.spec.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What holds a firing back: until nothing more happens, or until there are enough. It is counted when it is decided, so that
 * limits see it; only its telling waits.
 */
final class PaceRules {
    private PaceRules() {}

    /**
     * What becomes of a happening that belongs to a burst at which the trigger fired; empty if it does not. However long the burst, it
     * takes no more room than the throttle allows: told again, what was above that is stopped by the throttle. Where it shows that what is held back
     * belongs to a burst that was acted on before, that is never told.
     */
    static Optional<Decision> absorbing(Trigger trigger, Envelope event, Seen seen, TriggerState state, Memory memory) {
        var time = event.time();
        return trigger.pace().debounce().flatMap(calm -> {
            var held = state.held().filter(firing -> firing.burst().holds(time, calm));
            var acted = state.bursts().stream()
                    .filter(burst -> burst.holds(time, calm))
                    .reduce(Burst::and);
            var whole = Stream.of(held.map(Held::burst), acted)
                    .flatMap(Optional::stream)
                    .reduce(Burst::and)
                    .map(burst -> burst.and(new Burst(time, time)));
            return whole.map(burst -> {
                boolean many = LimitRules.isThrottled(trigger.limits(), state, time);
                var known = many ? state : memory.with(state, seen.marked(Mark.SPENT));
                var taken = taking(trigger, burst, known);
                var after = acted.isPresent()
                        ? taken.state()
                                .holding(held.isPresent() ? Optional.empty() : state.held())
                                .acted(taken.burst(), calm)
                        : taken.state().holding(held.map(firing -> firing.bursting(taken.burst())));
                return new Decision.Absorbed(taken.burst().last().plus(calm), after);
            });
        });
    }

    /**
     * A burst, and the state in which nothing of it counts towards a firing to come.
     *
     * @param burst all that happened without calm between
     */
    record Taken(Burst burst, TriggerState state) {}

    /** What this burst, be it one happening, comes to with all that is known to belong to it; where there are no bursts, that alone. */
    static Taken taking(Trigger trigger, Burst burst, TriggerState state) {
        return trigger.pace()
                .debounce()
                .map(calm -> {
                    var whole = burst.around(state.open().stream().map(Seen::at).toList(), calm);
                    var inside = state.open().stream()
                            .filter(seen -> whole.covers(seen.at()))
                            .toList();
                    return new Taken(whole, state.spending(inside));
                })
                .orElseGet(() -> new Taken(burst, state));
    }

    /** The state after a firing that was held back is told: what is told later of its burst is known to belong to it. */
    static TriggerState acted(Trigger trigger, Held told, TriggerState after) {
        // A wait that is over is no burst.
        return trigger.window().measure() instanceof Measure.Absence
                ? after
                : trigger.pace()
                        .debounce()
                        .map(calm -> after.acted(told.burst(), calm))
                        .orElse(after);
    }

    /** Tells a firing, or holds it back. */
    static Decision paced(
            Trigger trigger, Held firing, Optional<Held> before, List<Claim> claims, TriggerState after, Instant now) {
        var pace = trigger.pace();
        if (pace.debounce().isPresent()) {
            return before.map(held -> apart(trigger, firing, held, claims, after, now))
                    .orElseGet(() -> holding(pace, firing, List.of(), claims, after));
        }
        if (pace.batch().isEmpty() && before.isPresent()) {
            // Of a pace that is no more.
            return holding(pace, firing, List.of(Firing.told(trigger, before.get(), now)), claims, after);
        }
        if (pace.batch().isPresent()) {
            var all = before.map(Held::joined).orElse(firing);
            return all.firings() < pace.batch().get().firings()
                    ? holding(pace, all, List.of(), claims, after)
                    : Firing.fired(trigger, all, claims, after, now);
        }
        return Firing.fired(trigger, firing, claims, after, now);
    }

    // Two bursts with calm between them: nobody has come to tell the one yet that is over first, or what lies between
    // them
    // was not told yet. Only one is held back, so that a state stays small.
    private static Decision apart(
            Trigger trigger, Held firing, Held before, List<Claim> claims, TriggerState after, Instant now) {
        boolean late = firing.last().isBefore(before.last());
        var over = late ? firing : before;
        var held = late ? before : firing;
        var told = List.of(Firing.told(trigger, over, now));
        return holding(trigger.pace(), held, told, claims, acted(trigger, over, after));
    }

    /** When a firing that is held back is told at the latest, if nothing more happens. */
    static Instant due(Pace pace, Held held) {
        return pace.debounce()
                .map(held.last()::plus)
                .or(() -> pace.batch().map(batch -> held.since().plus(batch.within())))
                // Its author has taken the pace away since.
                .orElse(held.last());
    }

    private static Decision holding(Pace pace, Held held, List<Envelope> told, List<Claim> claims, TriggerState after) {
        return new Decision.Holding(due(pace, held), told, claims, after.holding(Optional.of(held)));
    }
}
