package com.lifeverse.trigger.decide;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.NameBasedId;
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
import java.util.Map;
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
        var key = Readings.key(trigger.once(), event);
        var value = Readings.value(trigger.window().measure(), event);
        if (key.isEmpty() || value.isEmpty()) {
            return new Decision.Unreadable(Readings.field(trigger, key.isEmpty()));
        }
        var known = state.find(key.get());
        if (known.isPresent()) {
            return new Decision.Duplicate(known.get().at());
        }
        var floor = later(state.floor(), now.minus(policy.horizon(trigger)));
        if (event.time().isBefore(floor)) {
            return new Decision.TooLate(floor);
        }
        var seen = new Seen(
                key.get(), event.time().truncatedTo(ChronoUnit.SECONDS), happening.step(), value.get(), Mark.OPEN);
        var memory = new Memory(now.minus(policy.keeps(trigger)), policy.holds(trigger));
        return trigger.window().measure() instanceof Measure.Absence
                ? AbsenceRules.decide(trigger, seen, state, memory)
                : LimitRules.stopping(trigger.limits(), state, event.time())
                        .orElseGet(() -> count(trigger, event, seen, state, memory, now));
    }

    private static Decision count(
            Trigger trigger, Envelope event, Seen seen, TriggerState state, Memory memory, Instant now) {
        return switch (WindowRules.progress(trigger.window(), state.open(), seen)) {
            case Reached(var spent) -> {
                var next = memory.with(state.spending(spent), seen.marked(Mark.FIRED));
                yield Firing.of(trigger, event, state, next, now);
            }
            case NotYet(var count, var of) -> new Decision.Counted(count, of, memory.with(state, seen));
        };
    }

    /**
     * What comes of having waited, at its time or later; nothing if nobody waits any more.
     *
     * @param key of the happening that the waiting began with
     */
    public static Optional<Decision> due(
            Trigger trigger, String playerId, long key, TriggerState state, Instant now, TriggerPolicy policy) {
        return AbsenceRules.overdue(trigger, key, state, now).map(waited -> {
            var stopped = LimitRules.stopping(trigger.limits(), state, waited.at());
            var next = new TriggerState(
                    state.floor(),
                    state.seen().stream()
                            .map(seen -> seen.key() == key
                                    ? seen.marked(stopped.isPresent() ? Mark.SPENT : Mark.FIRED)
                                    : seen)
                            .toList());
            return stopped.map(_ -> (Decision) new Decision.Answered(next))
                    .orElseGet(() -> Firing.of(trigger, cause(trigger, playerId, waited), state, next, now));
        });
    }

    // What did not happen has no event; one that is made from what began the waiting is the same at every attempt.
    private static Envelope cause(Trigger trigger, String playerId, Seen waited) {
        var name = NameBasedId.of("evt_", "absence", trigger.id(), playerId, Long.toString(waited.key()));
        return Envelope.first(name, Firing.FIRED, waited.at(), playerId, "trigger", Map.of());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** How much a state holds, and since when. */
    record Memory(Instant oldest, int size) {
        TriggerState with(TriggerState state, Seen seen) {
            return state.with(seen, oldest, size);
        }
    }

    /** The state that a decision leaves behind; most leave the one that was. */
    public static TriggerState after(Decision decision, TriggerState before) {
        return switch (decision) {
            case Decision.Fired fired -> fired.state();
            case Decision.Counted counted -> counted.state();
            case Decision.Waiting waiting -> waiting.state();
            case Decision.Answered answered -> answered.state();
            case Decision.Duplicate _,
                    Decision.Capped _,
                    Decision.Cooling _,
                    Decision.Throttled _,
                    Decision.Quiet _,
                    Decision.Exhausted _,
                    Decision.Unreadable _,
                    Decision.TooLate _,
                    Decision.LoopStopped _ -> before;
        };
    }

    /** The events that a decision tells. */
    public static List<Envelope> told(Decision decision) {
        return decision instanceof Decision.Fired fired ? List.of(fired.told()) : List.of();
    }
}
