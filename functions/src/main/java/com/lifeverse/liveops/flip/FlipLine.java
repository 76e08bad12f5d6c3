package com.lifeverse.liveops.flip;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A line of the ledger: never changed.
 *
 * @param revision which revision of the event said so
 * @param dueAt when it could be told at the earliest: when it was meant to be, or when the event was brought to players, if that was later
 * @param actualAt when it was told
 */
public record FlipLine(Flip flip, int revision, Instant dueAt, Instant actualAt) {
    /** How late it was told; never negative. */
    public Duration lateness() {
        var late = Duration.between(dueAt, actualAt);
        return late.isNegative() ? Duration.ZERO : late;
    }

    /** What is told of it. */
    Map<String, Object> payload(String event) {
        return Map.of(
                "event", event,
                "revision", revision,
                "occurrence", flip.occurrence().toString(),
                "phase", flip.slug(),
                "intendedAt", flip.at().toString(),
                "actualAt", actualAt.toString(),
                "latenessMs", lateness().toMillis());
    }
}
