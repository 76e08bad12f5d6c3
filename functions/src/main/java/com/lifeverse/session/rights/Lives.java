package com.lifeverse.session.rights;

import java.time.Duration;
import java.util.List;

/**
 * How long places keep what is about a player that nobody can reach into. The numbers are those of the template, or of AWS where it
 * leaves no choice.
 *
 * @param longest after the erasure
 */
record Lives(String where, String what, Duration longest) {
    /** When the third pass comes; see the workflow {@code data-erasure}. */
    static final Duration LATE_PASS = Duration.ofDays(1);

    private static final Duration STREAM = Duration.ofHours(24);
    private static final Duration QUEUES = Duration.ofDays(18);
    private static final Duration RECOVERY = Duration.ofDays(35);
    private static final Duration PARKED = Duration.ofDays(90);
    private static final Duration EXECUTIONS = Duration.ofDays(90);
    // A file is dropped at the midnight after its last day, and may have been begun some minutes after its events.
    private static final Duration ARCHIVE = Duration.ofDays(92);

    static List<Lives> all(Duration accessTokens, Duration logs) {
        return List.of(
                new Lives("the player's devices", "access tokens, which open no session any more", accessTokens),
                new Lives("streams of the tables", "the last images of items", STREAM),
                new Lives("queues and dead letters", "events that could not be handled", QUEUES.plus(LATE_PASS)),
                new Lives(
                        "point-in-time recovery",
                        "the tables as they were; a restore repeats the erasures since",
                        RECOVERY),
                new Lives("parked stream records", "news that the bus would not take", PARKED),
                new Lives("function logs", "ids in log lines", logs),
                new Lives("workflow executions", "the player's id as input", EXECUTIONS.plus(LATE_PASS)),
                new Lives("the archive of events", "events told before, as their folders in events/ say", ARCHIVE));
    }
}
