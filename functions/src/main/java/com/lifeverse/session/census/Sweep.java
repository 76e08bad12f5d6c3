package com.lifeverse.session.census;

import java.time.Instant;
import java.util.Optional;

/**
 * A sweep through all that is alive, done or under way.
 *
 * @param revision grows with each save, so that of two runs at once only one goes on
 * @param after where it goes on; empty if it is done
 */
public record Sweep(long revision, Instant startedAt, Optional<String> after, Tally tally) {
    /** A new one, after one that is done. */
    static Sweep following(Optional<Sweep> last, Instant now) {
        return new Sweep(last.map(Sweep::revision).orElse(0L), now, Optional.empty(), Tally.EMPTY);
    }

    public boolean done() {
        return after.isEmpty();
    }

    Sweep at(Optional<String> next, Tally more) {
        return new Sweep(revision, startedAt, next, more);
    }

    Sweep saved() {
        return new Sweep(revision + 1, startedAt, after, tally);
    }
}
