package com.lifeverse.session.census;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a sweep has found so far.
 *
 * @param cohorts players who are online, by cohort; who plays in two of them counts in both
 * @param players who are online, each once
 * @param sessions that are alive; a player may have several
 * @param ended because nobody renewed them
 * @param forgotten players whose items were taken away, some time after their last session
 * @param pages read
 * @param readUnits that it took
 * @param writeUnits that it took
 */
public record Tally(
        Map<Cohort, Long> cohorts,
        long players,
        long sessions,
        long ended,
        long forgotten,
        long pages,
        double readUnits,
        double writeUnits) {
    public static final Tally EMPTY = new Tally(Map.of(), 0, 0, 0, 0, 0, 0, 0);

    public Tally {
        cohorts = Collections.unmodifiableMap(new LinkedHashMap<>(cohorts));
    }

    /** With one more player, who has so many sessions alive in these cohorts; beyond that many cohorts, the rest is one. */
    Tally online(Collection<Cohort> theirs, int alive, int most) {
        if (alive == 0) {
            return this;
        }
        var more = new LinkedHashMap<>(cohorts);
        theirs.stream()
                .map(cohort -> more.containsKey(cohort) || more.size() < most ? cohort : Cohort.OTHERS)
                .distinct()
                .forEach(cohort -> more.merge(cohort, 1L, Long::sum));
        return new Tally(more, players + 1, sessions + alive, ended, forgotten, pages, readUnits, writeUnits);
    }

    Tally ended(int more) {
        return new Tally(cohorts, players, sessions, ended + more, forgotten, pages, readUnits, writeUnits);
    }

    Tally forgetting() {
        return new Tally(cohorts, players, sessions, ended, forgotten + 1, pages, readUnits, writeUnits);
    }

    Tally page(double units) {
        return new Tally(cohorts, players, sessions, ended, forgotten, pages + 1, readUnits + units, writeUnits);
    }

    /** With a write more; a condition that fails costs as much. */
    Tally written() {
        return new Tally(cohorts, players, sessions, ended, forgotten, pages, readUnits, writeUnits + 1);
    }

    /** Both together. */
    Tally plus(Tally other) {
        var all = new LinkedHashMap<>(cohorts);
        other.cohorts.forEach((cohort, count) -> all.merge(cohort, count, Long::sum));
        return new Tally(
                all,
                players + other.players,
                sessions + other.sessions,
                ended + other.ended,
                forgotten + other.forgotten,
                pages + other.pages,
                readUnits + other.readUnits,
                writeUnits + other.writeUnits);
    }
}
