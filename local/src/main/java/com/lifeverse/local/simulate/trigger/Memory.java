package com.lifeverse.local.simulate.trigger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the reference remembers of one owner and one trigger: everything, for ever.
 *
 * @param past in the order in which it was decided
 * @param burst a firing that is not told yet
 * @param over when bursts happened that were told, by their ends
 */
record Memory(List<Past> past, Optional<Burst> burst, List<Times> over) {
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
    record Burst(String occurrence, String player, int firings, Instant since, Instant last) {
        Burst lasting(Times times) {
            return new Burst(occurrence, player, firings, times.from(), times.to());
        }
    }

    /** From when to when a burst went on, to the second around it. */
    record Times(Instant from, Instant to) {
        static Times around(Instant from, Instant to) {
            return new Times(second(from), second(to.plusMillis(999)));
        }

        Times and(Instant time) {
            return new Times(time.isBefore(from) ? time : from, time.isAfter(to) ? time : to);
        }

        boolean isNear(Instant time, Duration calm) {
            return Duration.between(to, time).compareTo(calm) < 0
                    && Duration.between(time, from).compareTo(calm) < 0;
        }
    }

    static final Memory NOTHING = new Memory(List.of(), Optional.empty(), List.of());

    Memory {
        past = List.copyOf(past);
        over = List.copyOf(over);
    }

    /** One burst more was told, in place of those that turned out to be of it. */
    Memory told(Times burst, List<Times> parts) {
        var all = new ArrayList<>(over);
        all.removeAll(parts);
        all.add(burst);
        all.sort(Comparator.comparing(Times::to));
        return new Memory(past, this.burst, all);
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
        return new Memory(all, burst, over);
    }

    Memory without(Past one) {
        return new Memory(past.stream().filter(other -> !other.equals(one)).toList(), burst, over);
    }

    Memory with(List<Past> those, Fate fate) {
        return new Memory(
                past.stream()
                        .map(one -> those.contains(one) ? one.as(fate) : one)
                        .toList(),
                burst,
                over);
    }

    Memory holding(Optional<Burst> held) {
        return new Memory(past, held, over);
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
