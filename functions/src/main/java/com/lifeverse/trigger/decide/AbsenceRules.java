package com.lifeverse.trigger.decide;

import com.lifeverse.trigger.decide.TriggerRules.Memory;
import com.lifeverse.trigger.decide.TriggerState.Mark;
import com.lifeverse.trigger.decide.TriggerState.Seen;
import com.lifeverse.trigger.spec.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Waiting for what does not happen: it does not matter in which order the beginning and its answer are told. */
final class AbsenceRules {
    /** The step of what was not to happen. */
    private static final int ANSWER = 1;

    private AbsenceRules() {}

    static Decision decide(Trigger trigger, Seen seen, TriggerState state, Memory memory) {
        var within = trigger.window().within().length();
        if (seen.step() == ANSWER) {
            List<Seen> waiting = state.open().stream()
                    .filter(begun -> begun.step() != ANSWER && answers(seen, begun, within))
                    .toList();
            return new Decision.Answered(memory.with(state.spending(waiting), seen));
        }
        boolean answered =
                state.open().stream().anyMatch(answer -> answer.step() == ANSWER && answers(answer, seen, within));
        return answered
                ? new Decision.Answered(memory.with(state, seen.marked(Mark.SPENT)))
                : new Decision.Waiting(seen.at().plus(within), memory.with(state, seen));
    }

    /** What is still waited for although its time is up. */
    static Optional<Seen> overdue(Trigger trigger, long key, TriggerState state, Instant now) {
        var within = trigger.window().within().length();
        return state.find(key)
                .filter(begun -> begun.mark() == Mark.OPEN
                        && begun.step() != ANSWER
                        && !begun.at().plus(within).isAfter(now));
    }

    private static boolean answers(Seen answer, Seen begun, Duration within) {
        return !answer.at().isBefore(begun.at())
                && answer.at().isBefore(begun.at().plus(within));
    }
}
