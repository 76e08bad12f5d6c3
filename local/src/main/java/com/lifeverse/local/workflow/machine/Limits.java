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

    /** How long after its end an execution can be redriven. */
    public static final Duration REDRIVABLE = Duration.ofDays(14);

    /** How long after its end an execution keeps its name, and its history. */
    public static final Duration NAME_KEPT = Duration.ofDays(90);

    /** Bytes of all variables that can be seen together. */
    public static final int VARIABLES_BYTES = 10 << 20;

    /** Of a definition, as text. */
    public static final int DEFINITION_BYTES = 1 << 20;

    private Limits() {}
}
