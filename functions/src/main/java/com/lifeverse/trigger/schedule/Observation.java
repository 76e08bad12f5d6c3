package com.lifeverse.trigger.schedule;

import java.time.Instant;

/** What was found out about an open run. */
public sealed interface Observation {
    /** It goes on. */
    record Running(Instant startedAt, String execution) implements Observation {}

    /** It is over. */
    record Ended(Instant startedAt, String execution, Instant endedAt, Outcome outcome, String detail)
            implements Observation {}

    /** It cannot be started, now or later. */
    record Refused(String reason) implements Observation {}
}
