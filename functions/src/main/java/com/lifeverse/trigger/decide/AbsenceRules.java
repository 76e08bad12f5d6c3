package com.lifeverse.trigger.decide;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.NameBasedId;
import com.lifeverse.trigger.decide.DueRules.Due;
import com.lifeverse.trigger.decide.TriggerState.Mark;
import com.lifeverse.trigger.decide.TriggerState.Seen;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Waiting for what does not happen: it does not matter in which order the beginning and its answer are told. */
final class AbsenceRules {
    /** The step of what was not to happen. */
    static final int ANSWER = 1;

    /** One event may answer an earlier one and itself begin a wait: it is remembered as both. */
    private static final long AS_ANSWER = 0x5DEE_CE66_D1CE_4E5BL;

    private AbsenceRules() {}

    /** What a happening is remembered by. */
    static long key(long key, int step) {
        return step == ANSWER ? key ^ AS_ANSWER : key;
    }

    static Decision decide(Trigger trigger, Seen seen, TriggerState state, Memory memory) {
        var within = trigger.window().within().length();
        if (seen.step() == ANSWER) {
            List<Seen> waiting =
                    waiting(state).filter(begun -> answers(seen, begun, within)).toList();
            return new Decision.Answered(memory.with(state.spending(waiting), seen));
        }
        return isAnswered(trigger, seen, state)
                ? new Decision.Answered(memory.with(state, seen.marked(Mark.SPENT)))
                : new Decision.Waiting(seen.at().plus(within), memory.with(state, seen));
    }

    /** Whether what it waits for not to happen has happened in time. */
    static boolean isAnswered(Trigger trigger, Seen begun, TriggerState state) {
        var within = trigger.window().within().length();
        return state.open().stream().anyMatch(answer -> answer.step() == ANSWER && answers(answer, begun, within));
    }

    /** When the first wait is over; empty if nothing is waited for. */
    static Optional<Instant> next(Trigger trigger, TriggerState state) {
        return first(trigger, state).map(waited -> end(trigger, waited));
    }

    /** What comes of a wait whose time is up; empty if none is. */
    static Optional<Due> due(Trigger trigger, String playerId, boolean suits, TriggerState state, Instant now) {
        return first(trigger, state)
                .filter(waited -> !end(trigger, waited).isAfter(now))
                .map(waited -> due(trigger, playerId, suits, waited, state, now));
    }

    private static Due due(
            Trigger trigger, String playerId, boolean suits, Seen waited, TriggerState state, Instant now) {
        var over = state.spending(List.of(waited));
        var cause = cause(trigger, playerId, waited);
        if (!suits) {
            return new Due(new Decision.NotForPlayer(), Optional.of(cause.id()), over);
        }
        var decision = LimitRules.ending(trigger.limits(), state, waited)
                .orElseGet(() -> Firing.of(
                        trigger,
                        cause,
                        new Burst(cause.time(), cause.time()),
                        state,
                        state.firing(waited, trigger.limits()),
                        now));
        return new Due(decision, Optional.of(cause.id()), over);
    }

    // What did not happen has no event; one that is made from what began the wait is the same at every attempt.
    private static Envelope cause(Trigger trigger, String playerId, Seen waited) {
        var name = NameBasedId.of("evt_", "absence", trigger.id(), playerId, Long.toString(waited.key()));
        return Envelope.first(name, Firing.FIRED, waited.at(), playerId, "trigger", Map.of())
                .afterHops((int) waited.value());
    }

    private static Optional<Seen> first(Trigger trigger, TriggerState state) {
        return trigger.window().measure() instanceof Measure.Absence
                ? waiting(state).min(Comparator.comparing(Seen::at).thenComparingLong(Seen::key))
                : Optional.empty();
    }

    /** When a wait is over that nothing answers. */
    static Instant end(Trigger trigger, Seen waited) {
        return waited.at().plus(trigger.window().within().length());
    }

    private static Stream<Seen> waiting(TriggerState state) {
        return state.open().stream().filter(seen -> seen.mark() == Mark.OPEN && seen.step() != ANSWER);
    }

    // In the second in which both are told to have happened, only another happening than itself is an answer.
    private static boolean answers(Seen answer, Seen begun, Duration within) {
        return answer.at().isBefore(begun.at().plus(within))
                && (answer.at().isAfter(begun.at())
                        || (answer.at().equals(begun.at()) && answer.key() != key(begun.key(), ANSWER)));
    }
}
