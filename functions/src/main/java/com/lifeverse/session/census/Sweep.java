package com.lifeverse.session.census;

import java.time.Instant;
import java.util.List;
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

    /** Sweeps of several segments as one: done if all are, begun with the first of them. */
    static Sweep together(List<Sweep> sweeps) {
        var first = sweeps.getFirst();
        return new Sweep(
                sweeps.stream().mapToLong(Sweep::revision).sum(),
                sweeps.stream().map(Sweep::startedAt).min(Instant::compareTo).orElse(first.startedAt()),
                sweeps.stream().map(Sweep::after).flatMap(Optional::stream).findFirst(),
                sweeps.stream().map(Sweep::tally).reduce(Tally.EMPTY, Tally::plus));
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
