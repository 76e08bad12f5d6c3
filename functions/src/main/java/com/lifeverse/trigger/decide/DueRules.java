package com.lifeverse.trigger.decide;

import com.lifeverse.trigger.spec.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What time alone brings about: the end of a wait, or of holding a firing back. */
public final class DueRules {
    private DueRules() {}

    /**
     * What has come due.
     *
     * @param decision at what was due first
     * @param cause the id of the event that it stands for; empty if it was decided before and is only told now
     * @param otherwise the state if that is not to act, or cannot be afforded
     */
    public record Due(Decision decision, Optional<String> cause, TriggerState otherwise) {}

    /** When the next thing comes due; empty if nothing will. */
    public static Optional<Instant> next(Trigger trigger, TriggerState state) {
        return Stream.concat(
                        state.held().map(held -> PaceRules.due(trigger.pace(), held)).stream(),
                        AbsenceRules.next(trigger, state).stream())
                .min(Instant::compareTo);
    }

    /**
     * What has come due by now, one thing at a time; empty if nothing has.
     *
     * @param suits whether the trigger wants the player; what was held back has been decided, and so is not asked
     */
    public static Optional<Due> overdue(
            Trigger trigger, String playerId, boolean suits, TriggerState state, Instant now) {
        return state.held()
                .filter(held -> !PaceRules.due(trigger.pace(), held).isAfter(now))
                .map(held ->
                        released(trigger, held, PaceRules.acted(trigger, held, state.holding(Optional.empty())), now))
                .or(() -> AbsenceRules.due(trigger, playerId, suits, state, now));
    }

    // It has had its part of what all share when it was decided.
    private static Due released(Trigger trigger, Held held, TriggerState after, Instant now) {
        return new Due(Firing.fired(trigger, held, List.of(), after, now), Optional.empty(), after);
    }
}
