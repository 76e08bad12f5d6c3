package com.lifeverse.session.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The gates as last read, so that a sign-in costs no read of its own. Safe for use by many threads. */
public final class CachedGates {
    private record Reading(Gates gates, Instant at) {}

    private final GateBoard board;
    private final GatePolicy policy;
    private @Nullable Reading reading;

    public CachedGates(GateBoard board, GatePolicy policy) {
        this.board = board;
        this.policy = policy;
    }

    /** The gates, at most {@link GatePolicy#life} old. */
    public synchronized Gates current(Instant now) {
        var known = reading;
        if (known == null || !now.isBefore(known.at().plus(policy.life())) || now.isBefore(known.at())) {
            known = new Reading(board.read(), now);
            reading = known;
        }
        return known.gates();
    }
}
