package com.lifeverse.trigger.schedule;

import java.util.Locale;

/** What became of a run. */
public enum Outcome {
    /** It waits for another one to end. */
    WAITING,
    /** It is being started. */
    STARTING,
    /** It goes on. */
    RUNNING,
    /** The event was told. */
    TOLD,
    SUCCEEDED,
    FAILED,
    TIMED_OUT,
    /** It was stopped. */
    ABORTED,
    /** It could not be started. */
    REFUSED,
    /** It did not happen, since another one went on. */
    SKIPPED,
    /** Its time was over longer ago than the schedule makes up for. */
    MISSED;

    /** As files and answers write it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the run took place, or will: then its time has its run, and never gets another one. */
    public boolean takesPlace() {
        return switch (this) {
            case WAITING, STARTING, RUNNING, TOLD, SUCCEEDED, FAILED, TIMED_OUT, ABORTED, REFUSED -> true;
            case SKIPPED, MISSED -> false;
        };
    }
}
