package com.lifeverse.session.census;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a sweep has found so far.
 *
 * @param sessions alive, by cohort
 * @param ended because nobody renewed them
 * @param forgotten players whose items were taken away, some time after their last session
 * @param pages read
 * @param readUnits that it took
 * @param writeUnits that it took
 */
public record Tally(
        Map<Cohort, Long> sessions, long ended, long forgotten, long pages, double readUnits, double writeUnits) {
    public static final Tally EMPTY = new Tally(Map.of(), 0, 0, 0, 0, 0);

    public Tally {
        sessions = Collections.unmodifiableMap(new LinkedHashMap<>(sessions));
    }

    /** With one more session alive; beyond that many cohorts, the rest is one. */
    Tally alive(Cohort cohort, int cohorts) {
        var more = new LinkedHashMap<>(sessions);
        var counted = more.containsKey(cohort) || more.size() < cohorts ? cohort : Cohort.OTHERS;
        more.merge(counted, 1L, Long::sum);
        return new Tally(more, ended, forgotten, pages, readUnits, writeUnits);
    }

    Tally ended(int more) {
        return new Tally(sessions, ended + more, forgotten, pages, readUnits, writeUnits);
    }

    Tally forgetting() {
        return new Tally(sessions, ended, forgotten + 1, pages, readUnits, writeUnits);
    }

    Tally page(double units) {
        return new Tally(sessions, ended, forgotten, pages + 1, readUnits + units, writeUnits);
    }

    /** With a write more; a condition that fails costs as much. */
    Tally written() {
        return new Tally(sessions, ended, forgotten, pages, readUnits, writeUnits + 1);
    }

    /** All that are alive. */
    public long players() {
        return sessions.values().stream().mapToLong(Long::longValue).sum();
    }
}
