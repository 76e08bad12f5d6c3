package com.lifeverse.local.workflow.machine;

import java.time.Duration;

/** What Step Functions allows (service quotas, as of 2026). */
public final class Limits {
    /** Bytes of an input, an output or a variable, as UTF-8. */
    public static final int PAYLOAD_BYTES = 262_144;

    /** Events in the history of one execution. */
    public static final long HISTORY_EVENTS = 25_000;

    /** Iterations of a Map at a time, inside one execution. */
    public static final int INLINE_CONCURRENCY = 40;

    /** How long an Express execution may take. */
    public static final Duration EXPRESS = Duration.ofMinutes(5);

    private Limits() {}
}
