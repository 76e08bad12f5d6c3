package com.lifeverse.trigger.schedule;

/**
 * Carries out runs of workflows. Each of these can be done again: a run is started once, whoever asks and however often.
 *
 * <p>A service that does not answer now is an exception; the run is asked about again in the next round.
 */
public interface Runs {
    /** Starts a run that may have been started. */
    Observation start(String schedule, OpenRun run);

    /** Looks how it is. */
    Observation look(OpenRun run);

    /** Ends it, and looks how it is then. */
    Observation stop(OpenRun run);
}
