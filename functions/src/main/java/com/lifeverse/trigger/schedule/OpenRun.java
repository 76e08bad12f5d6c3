package com.lifeverse.trigger.schedule;

import java.time.Instant;
import java.util.Optional;

/**
 * A run of a workflow that is not known to have ended.
 *
 * @param what is run, as it was when the run was decided
 * @param decidedAt when it was decided that it starts now; part of its input, and so the same for each attempt
 * @param apart whether it goes on beside all others, and is in nobody's way
 * @param startedAt empty until it is known to have started
 * @param execution the service's name of it; empty until it is known to have started
 */
public record OpenRun(
        Run run,
        Start.Workflow what,
        Phase phase,
        Instant decidedAt,
        boolean apart,
        Optional<Instant> startedAt,
        String execution) {
    /** How far it is. */
    public enum Phase {
        /** It is to be started, and may have been. */
        STARTING,
        /** It has started. */
        RUNNING,
        /** It has started, and is to end because another one cancels it. */
        CANCELLING,
        /** As the other, because another one terminates it. */
        TERMINATING
    }

    static OpenRun of(Run run, Start.Workflow what, Instant now) {
        return new OpenRun(run, what, Phase.STARTING, now, run.overlap() == Overlap.ALLOW_ALL, Optional.empty(), "");
    }

    OpenRun in(Phase next) {
        return new OpenRun(run, what, next, decidedAt, apart, startedAt, execution);
    }

    OpenRun started(Instant at, String name) {
        return new OpenRun(
                run, what, phase == Phase.STARTING ? Phase.RUNNING : phase, decidedAt, apart, Optional.of(at), name);
    }
}
