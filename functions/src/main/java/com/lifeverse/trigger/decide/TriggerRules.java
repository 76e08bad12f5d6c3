package com.lifeverse.trigger.decide;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.decide.Progress.NotYet;
import com.lifeverse.trigger.decide.Progress.Reached;
import com.lifeverse.trigger.decide.TriggerState.Mark;
import com.lifeverse.trigger.decide.TriggerState.Seen;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Decides. Pure: the same arguments give the same decision, and nothing happens. */
public final class TriggerRules {
    private TriggerRules() {}

    /**
     * What this happening, which the trigger wants, leads to. Everything is reckoned by the time of the happening, not of its
     * arrival: an event that comes late counts for the day that it happened on.
     *
     * @param state of the event's player and this trigger
     * @param now the time of the decision
     */
    public static Decision decide(
            Trigger trigger, Happening happening, TriggerState state, Instant now, TriggerPolicy policy) {
        var event = happening.event();
        if (event.hops() >= policy.hops()) {
            return new Decision.LoopStopped(event.hops());
        }
        var key = Readings.key(trigger, event);
        var value = Readings.value(trigger.window().measure(), event);
        if (key.isEmpty() || value.isEmpty()) {
            return new Decision.Unreadable(Readings.field(trigger, key.isEmpty()));
        }
        var absence = trigger.window().measure() instanceof Measure.Absence;
        var name = absence ? AbsenceRules.key(key.get(), happening.step()) : key.get();
        var known = state.find(name);
        if (known.isPresent()) {
            return new Decision.Duplicate(known.get().at());
        }
        var floor =
                later(later(state.floor(), state.closedUntil(trigger.limits())), now.minus(policy.horizon(trigger)));
        if (event.time().isBefore(floor)) {
            return new Decision.TooLate(floor);
        }
        var seen =
                new Seen(name, event.time().truncatedTo(ChronoUnit.SECONDS), happening.step(), value.get(), Mark.OPEN);
        var memory = Memory.of(trigger, now, policy);
        return absence
                ? AbsenceRules.decide(trigger, seen, state, memory)
                : PaceRules.absorbing(trigger, event, seen, state, memory)
                        .or(() -> LimitRules.stopping(trigger.limits(), state, event.time()))
                        .orElseGet(() -> count(trigger, event, seen, state, memory, now));
    }

    private static Decision count(
            Trigger trigger, Envelope event, Seen seen, TriggerState state, Memory memory, Instant now) {
        return switch (WindowRules.progress(trigger.window(), state.open(), seen)) {
            case Reached(var spent) -> {
                var taken = PaceRules.taking(trigger, new Burst(event.time(), event.time()), state);
                var next = memory.with(taken.state().spending(spent), seen.marked(Mark.FIRED));
                yield Firing.of(trigger, event, taken.burst(), state, next, now);
            }
            case NotYet(var count, var of) -> {
                var next = memory.with(state, seen);
                var begins = event.time().minus(trigger.window().within().length());
                var forgotten = Optional.of(next.floor()).filter(floor -> floor.isAfter(begins));
                yield new Decision.Counted(count, of, forgotten, next);
            }
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The state that a decision leaves behind; most leave the one that was. */
    public static TriggerState after(Decision decision, TriggerState before) {
        return switch (decision) {
            case Decision.Fired fired -> fired.state();
            case Decision.Counted counted -> counted.state();
            case Decision.Waiting waiting -> waiting.state();
            case Decision.Holding holding -> holding.state();
            case Decision.Absorbed absorbed -> absorbed.state();
            case Decision.Answered answered -> answered.state();
            case Decision.Duplicate _,
                    Decision.Capped _,
                    Decision.Cooling _,
                    Decision.Throttled _,
                    Decision.Quiet _,
                    Decision.NotForPlayer _,
                    Decision.Exhausted _,
                    Decision.Tripped _,
                    Decision.Unreadable _,
                    Decision.TooLate _,
                    Decision.LoopStopped _ -> before;
        };
    }

    /** The events that a decision tells. */
    public static List<Envelope> told(Decision decision) {
        return switch (decision) {
            case Decision.Fired fired -> List.of(fired.told());
            case Decision.Holding holding -> holding.told();
            case Decision.Counted _,
                    Decision.Waiting _,
                    Decision.Absorbed _,
                    Decision.Answered _,
                    Decision.Duplicate _,
                    Decision.Capped _,
                    Decision.Cooling _,
                    Decision.Throttled _,
                    Decision.Quiet _,
                    Decision.NotForPlayer _,
                    Decision.Exhausted _,
                    Decision.Tripped _,
                    Decision.Unreadable _,
                    Decision.TooLate _,
                    Decision.LoopStopped _ -> List.of();
        };
    }

    /** What a decision takes of what all share; it holds only if it gets it. */
    public static List<Claim> claims(Decision decision) {
        return switch (decision) {
            case Decision.Fired fired -> fired.claims();
            case Decision.Holding holding -> holding.claims();
            case Decision.Counted _,
                    Decision.Waiting _,
                    Decision.Absorbed _,
                    Decision.Answered _,
                    Decision.Duplicate _,
                    Decision.Capped _,
                    Decision.Cooling _,
                    Decision.Throttled _,
                    Decision.Quiet _,
                    Decision.NotForPlayer _,
                    Decision.Exhausted _,
                    Decision.Tripped _,
                    Decision.Unreadable _,
                    Decision.TooLate _,
                    Decision.LoopStopped _ -> List.of();
        };
    }
}
