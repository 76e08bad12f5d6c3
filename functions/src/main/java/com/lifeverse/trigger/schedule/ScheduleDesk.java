package com.lifeverse.trigger.schedule;

import com.lifeverse.trigger.schedule.ScheduleKeeper.InForce;
import com.lifeverse.trigger.schedule.ScheduleState.Backfill;
import com.lifeverse.trigger.schedule.ScheduleState.Pause;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What staff do with a schedule besides writing it. Each decides first on all that is due, so that it counts from now on. */
public record ScheduleDesk(ScheduleKeeper keeper) {
    /** Others may be writing at the same time; each of them has done it once. */
    private static final int ATTEMPTS = 20;

    /** One run now, besides the schedule's times. The same request again is the same run. */
    public Entry runNow(InForce inForce, String request, Overlap how, String by, Instant now) {
        var id = inForce.schedule().id();
        var run = Run.now(inForce.schedule(), request, how, by, now);
        if (keeper.ledger().asked(id, run.id()).isEmpty()) {
            write(
                    inForce,
                    now,
                    state -> keeper.ledger().asked(id, run.id()).isPresent()
                            ? Optional.empty()
                            : Optional.of(keeper.rules().now(inForce.schedule(), state, run, now)));
            keeper.keep(inForce, now);
        }
        return keeper.ledger().asked(id, run.id()).orElseThrow();
    }

    /** Has the times after one moment and up to another made up for that have no run yet. */
    public ScheduleState backfill(InForce inForce, Backfill backfill, Instant now) {
        write(inForce, now, state -> Optional.of(keeper.rules().backfill(state, backfill)));
        return keeper.keep(inForce, now).state();
    }

    /** Pauses; a schedule that is paused stays paused as it was. */
    public ScheduleState pause(InForce inForce, Pause pause, Instant now) {
        return write(
                inForce,
                now,
                state -> state.pause().isPresent()
                        ? Optional.empty()
                        : Optional.of(keeper.rules().pause(state, pause)));
    }

    /** Ends a pause. */
    public ScheduleState resume(InForce inForce, Instant now) {
        return write(
                inForce,
                now,
                state -> state.pause().isEmpty()
                        ? Optional.empty()
                        : Optional.of(keeper.rules().resume(inForce.schedule(), state, now)));
    }

    private ScheduleState write(InForce inForce, Instant now, Function<ScheduleState, Optional<Decision>> deciding) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var state = keeper.keep(inForce, now).state();
            var decision = deciding.apply(state);
            if (decision.isEmpty()) {
                return state;
            }
            if (keeper.ledger().write(decision.get())) {
                return decision.get().after().written();
            }
        }
        throw new IllegalStateException(
                "Others write to schedule " + inForce.schedule().id() + " all the time");
    }
}
