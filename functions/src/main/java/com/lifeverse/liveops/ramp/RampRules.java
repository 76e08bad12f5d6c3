package com.lifeverse.liveops.ramp;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.Ramp;
import com.lifeverse.liveops.event.Ramp.Step;
import com.lifeverse.liveops.plan.Reach;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which step of its ramp an occurrence of an event is at: a function of the occurrence's start, where it starts first, of the time, and of
 * whether somebody has stepped in. So it can be told ahead, and needs nobody who moves it on.
 */
public final class RampRules {
    /** Before the first step: the event is for nobody. */
    public static final int NOBODY = -1;

    private RampRules() {}

    /**
     * The number of the step, from 0, or {@link #NOBODY}. Before the start it is the first. While the ramp is held it is not beyond the
     * step that it is held at; from when it goes on, that step takes as long as if it had begun then.
     */
    public static int step(Ramp ramp, Instant starts, Instant now, Optional<RampState> state) {
        if (state.isEmpty()) {
            return after(ramp, Duration.between(starts, now));
        }
        var known = state.get();
        if (known.held()) {
            return Math.min(known.step(), after(ramp, Duration.between(starts, now)));
        }
        // An occurrence that starts later has nothing to catch up with.
        return starts.isBefore(known.at())
                ? after(ramp, begun(ramp, known.step()).plus(Duration.between(known.at(), now)))
                : after(ramp, Duration.between(starts, now));
    }

    /** The moments after the start at which it comes to another step, if nobody steps in any more; some may be past. */
    public static List<Instant> moments(Ramp ramp, Instant starts, Optional<RampState> state) {
        boolean resumed = state.filter(known -> !known.held() && starts.isBefore(known.at()))
                .isPresent();
        var zero = resumed ? state.get().at().minus(begun(ramp, state.get().step())) : starts;
        return ramp.steps().stream().map(step -> zero.plus(step.after())).toList();
    }

    /** For whom it is at that step; empty for nobody. */
    public static Optional<Step> at(Ramp ramp, int step) {
        return step < 0 ? Optional.empty() : Optional.of(ramp.steps().get(step));
    }

    /**
     * What a guard that rings makes of it: it goes back to the step before, and is held there. Nothing if it is held already, if no
     * occurrence runs, or if the last step has held for as long as the one before it lasted: what then goes wrong is no matter of the ramp.
     */
    public static Optional<RampState> ring(LiveEvent event, Instant now, Optional<RampState> state) {
        var ramp = event.ramp();
        var running = running(event, now);
        if (ramp.isEmpty() || running.isEmpty() || state.filter(RampState::held).isPresent()) {
            return Optional.empty();
        }
        int step = step(ramp.get(), running.get().from(), now, state);
        boolean settled = step == ramp.get().steps().size() - 1
                && step > 0
                && !now.isBefore(moments(ramp.get(), running.get().from(), state)
                        .getLast()
                        .plus(gap(ramp.get())));
        return settled ? Optional.empty() : Optional.of(new RampState(true, Math.max(step - 1, NOBODY), now));
    }

    /** What it is when it goes on; nothing if it is not held. */
    public static Optional<RampState> resume(Instant now, Optional<RampState> state) {
        return state.filter(RampState::held).map(known -> new RampState(false, known.step(), now));
    }

    /**
     * What stays of it when another revision comes to players, be it after they had none for a while: as long as an occurrence that had
     * begun when somebody stepped in still runs, or one that is held does, nobody's publication lets a ramp go on or jump. Nothing once
     * that is over: the next occurrence starts anew.
     *
     * @param before the ramp that the state is of, if it is known
     * @param wanted what comes to players
     */
    public static Optional<RampState> carried(
            Optional<Ramp> before, LiveEvent wanted, Instant now, Optional<RampState> state) {
        return state.filter(known -> lasts(wanted, now, known))
                .map(known -> wanted.ramp()
                        .map(ramp -> moved(before.orElse(ramp), ramp, starts(wanted, now), now, known))
                        .orElse(known));
    }

    /** When a ramp that somebody has let go on is at its last step, in the occurrence that runs. */
    public static Instant through(Ramp ramp, LiveEvent event, Instant now, RampState state) {
        return moments(ramp, starts(event, now), Optional.of(state)).getLast();
    }

    private static boolean lasts(LiveEvent wanted, Instant now, RampState known) {
        return Reach.running(wanted.calendar(), now).stream()
                .anyMatch(reach -> known.held() || !known.at().isBefore(reach.from()));
    }

    private static Instant starts(LiveEvent event, Instant now) {
        return running(event, now).map(Reach::from).orElse(now);
    }

    /** Of other steps the last that is for nobody whom it was not for. */
    private static RampState moved(Ramp before, Ramp ramp, Instant starts, Instant now, RampState known) {
        if (before.steps().equals(ramp.steps())) {
            return known;
        }
        int had = known.held() ? known.step() : step(before, starts, now, Optional.of(known));
        int step = at(before, Math.min(had, before.steps().size() - 1))
                .map(reached -> (int) ramp.steps().stream()
                                .takeWhile(next -> isWithin(next, reached))
                                .count()
                        - 1)
                .orElse(NOBODY);
        return new RampState(known.held(), step, known.held() ? known.at() : now);
    }

    private static boolean isWithin(Step next, Step reached) {
        return next.percent() <= reached.percent()
                && (reached.regions().isEmpty()
                        || (!next.regions().isEmpty() && reached.regions().containsAll(next.regions())));
    }

    /** The occurrence that runs for somebody, where it starts first; of several the one that started last. */
    public static Optional<Reach> running(LiveEvent event, Instant now) {
        return Reach.running(event.calendar(), now).stream().reduce((_, later) -> later);
    }

    private static Duration gap(Ramp ramp) {
        var steps = ramp.steps();
        return steps.getLast().after().minus(steps.get(steps.size() - 2).after());
    }

    private static Duration begun(Ramp ramp, int step) {
        return step < 0 ? Duration.ZERO : ramp.steps().get(step).after();
    }

    private static int after(Ramp ramp, Duration elapsed) {
        return (int) IntStream.range(1, ramp.steps().size())
                .filter(number -> elapsed.compareTo(ramp.steps().get(number).after()) >= 0)
                .count();
    }
}
