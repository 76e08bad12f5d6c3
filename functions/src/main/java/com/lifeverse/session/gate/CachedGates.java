package com.lifeverse.session.gate;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The gates as last read, so that a sign-in costs no read of its own. Safe for use by many threads. */
public final class CachedGates {
    /** How long a change may take until every function has seen it. */
    public static final Duration LIFE = Duration.ofSeconds(5);

    private record Reading(Gates gates, Instant at) {}

    private final GateBoard board;
    private @Nullable Reading reading;

    public CachedGates(GateBoard board) {
        this.board = board;
    }

    /** The gates, at most {@link #LIFE} old. */
    public synchronized Gates current(Instant now) {
        var known = reading;
        if (known == null || !now.isBefore(known.at().plus(LIFE)) || now.isBefore(known.at())) {
            known = new Reading(board.read(), now);
            reading = known;
        }
        return known.gates();
    }
}
