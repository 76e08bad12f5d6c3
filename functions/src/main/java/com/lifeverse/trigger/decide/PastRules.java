package com.lifeverse.trigger.decide;

import com.lifeverse.trigger.decide.TriggerState.Seen;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What a state says of happenings that were decided on before. Pure. */
public final class PastRules {
    private PastRules() {}

    /** What came of it; empty if the state does not know it, so that it was never decided on, did not count, or is forgotten. */
    public static Optional<Past> of(Trigger trigger, Happening happening, TriggerState state) {
        boolean absence = trigger.window().measure() instanceof Measure.Absence;
        return Readings.key(trigger, happening.event())
                .map(key -> absence ? AbsenceRules.key(key, happening.step()) : key)
                .flatMap(state::find)
                .map(seen -> absence ? ofWait(trigger, seen, state) : ofCount(trigger, seen, state));
    }

    private static Past ofCount(Trigger trigger, Seen seen, TriggerState state) {
        return switch (seen.mark()) {
            case OPEN, LEFT -> new Past.Counted(seen.at());
            case FIRED -> fired(trigger, seen, state);
            case SPENT ->
                state.held()
                        .filter(held -> isOfBurst(trigger, seen, held))
                        .<Past>map(held -> new Past.Absorbed(seen.at(), PaceRules.due(trigger.pace(), held)))
                        .orElseGet(() -> new Past.Spent(seen.at()));
        };
    }

    private static Past ofWait(Trigger trigger, Seen seen, TriggerState state) {
        if (seen.step() == AbsenceRules.ANSWER) {
            return new Past.Answered(seen.at());
        }
        return switch (seen.mark()) {
            case OPEN -> new Past.Waiting(seen.at(), AbsenceRules.end(trigger, seen));
            case LEFT -> new Past.Stopped(seen.at(), AbsenceRules.end(trigger, seen), Optional.empty());
            case FIRED -> fired(trigger, seen, state);
            case SPENT ->
                AbsenceRules.isAnswered(trigger, seen, state)
                        ? new Past.Answered(seen.at())
                        : new Past.Stopped(
                                seen.at(),
                                AbsenceRules.end(trigger, seen),
                                LimitRules.ending(trigger.limits(), state, seen));
        };
    }

    private static Past fired(Trigger trigger, Seen seen, TriggerState state) {
        var per = trigger.limits().perPlayer().per();
        return state.held()
                .filter(held -> !seen.at().isBefore(seconds(held.since())))
                .<Past>map(held -> new Past.Holding(seen.at(), PaceRules.due(trigger.pace(), held)))
                .orElseGet(() -> new Past.Fired(seen.at(), per.name(seen.at()), state.fired(per, seen.at())));
    }

    // Of those before the firing, nobody can tell which counted towards it and which were late for its burst.
    private static boolean isOfBurst(Trigger trigger, Seen seen, Held held) {
        return trigger.pace().debounce().isPresent()
                && !seen.at().isBefore(seconds(held.since()))
                && !seen.at().isAfter(held.last());
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
