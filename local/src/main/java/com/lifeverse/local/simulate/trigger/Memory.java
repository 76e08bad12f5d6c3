package com.lifeverse.local.simulate.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the reference remembers of one owner and one trigger: everything, for ever.
 *
 * @param past in the order in which it was decided
 * @param burst a firing that is not told yet
 */
record Memory(List<Past> past, Optional<Burst> burst) {
    /** What became of a happening. */
    enum Fate {
        OPEN,
        FIRED,
        SPENT
    }

    /**
     * A happening that counted.
     *
     * @param amount what a sum adds
     * @param value what must differ
     */
    record Past(String key, String player, Instant at, int step, long amount, String value, Fate fate) {
        Past as(Fate other) {
            return new Past(key, player, at, step, amount, value, other);
        }
    }

    /** Firings that are to be told together. */
    record Burst(String occurrence, String player, int firings, Instant since, Instant last) {}

    static final Memory NOTHING = new Memory(List.of(), Optional.empty());

    Memory {
        past = List.copyOf(past);
    }

    boolean knows(String key) {
        return past.stream().anyMatch(one -> one.key().equals(key));
    }

    List<Past> are(Fate fate) {
        return past.stream().filter(one -> one.fate() == fate).toList();
    }

    Memory and(Past one) {
        var all = new ArrayList<>(past);
        all.add(one);
        return new Memory(all, burst);
    }

    Memory with(List<Past> those, Fate fate) {
        return new Memory(
                past.stream()
                        .map(one -> those.contains(one) ? one.as(fate) : one)
                        .toList(),
                burst);
    }

    Memory holding(Optional<Burst> held) {
        return new Memory(past, held);
    }

    /** How often it fired in the stretch of that length which a time lies in. */
    int fired(Duration length, Instant time) {
        var start = Rule.start(length, time);
        return (int) are(Fate.FIRED).stream()
                .filter(one -> Rule.start(length, one.at()).equals(start))
                .count();
    }

    /** Happenings are told apart by the second. */
    static Instant second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }
}
