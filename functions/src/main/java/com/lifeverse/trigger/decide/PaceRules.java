package com.lifeverse.trigger.decide;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.decide.TriggerState.Mark;
import com.lifeverse.trigger.decide.TriggerState.Seen;
import com.lifeverse.trigger.spec.Pace;
import com.lifeverse.trigger.spec.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What holds a firing back: until nothing more happens, or until there are enough. It is counted when it is decided, so that
 * limits see it; only its telling waits.
 */
final class PaceRules {
    private PaceRules() {}

    /**
     * What becomes of a happening that belongs to the burst whose end a firing waits for; empty if it does not. However long the burst, it
     * takes no more room than the throttle allows: told again, what was above that is stopped by the throttle.
     */
    static Optional<Decision> absorbing(Trigger trigger, Envelope event, Seen seen, TriggerState state, Memory memory) {
        var quiet = trigger.pace().debounce();
        return state.held()
                .filter(held -> quiet.isPresent()
                        && event.time().isBefore(held.last().plus(quiet.get()))
                        && event.time().isAfter(held.since().minus(quiet.get())))
                .map(held -> {
                    var longer = held.burstingAt(event.time());
                    boolean many = LimitRules.isThrottled(trigger.limits(), state, event.time());
                    var after = many ? state : memory.with(state, seen.marked(Mark.SPENT));
                    return new Decision.Absorbed(due(trigger.pace(), longer), after.holding(Optional.of(longer)));
                });
    }

    /** Tells a firing, or holds it back. */
    static Decision paced(
            Trigger trigger, Held firing, Optional<Held> before, List<Claim> claims, TriggerState after, Instant now) {
        var pace = trigger.pace();
        if (pace.debounce().isPresent() || (pace.batch().isEmpty() && before.isPresent())) {
            // Of a burst that is over but that nobody has come to tell yet, or of a pace that is no more.
            var over =
                    before.map(held -> Firing.told(trigger, held, now)).stream().toList();
            return holding(pace, firing, over, claims, after);
        }
        if (pace.batch().isPresent()) {
            var all = before.map(Held::joined).orElse(firing);
            return all.firings() < pace.batch().get().firings()
                    ? holding(pace, all, List.of(), claims, after)
                    : Firing.fired(trigger, all, claims, after, now);
        }
        return Firing.fired(trigger, firing, claims, after, now);
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
