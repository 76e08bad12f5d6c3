package com.lifeverse.liveops.settlement;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A settlement in the ledger.
 *
 * @param id its name, and that of its run
 * @param by who asked for it
 * @param revision which revision of the event says what is owed
 * @param begunAt when it was entered
 * @param rounds how many players each inventory found that are owed something, by the round's number
 * @param closedAt when nothing was owed any more; empty if it is under way, or given up
 * @param found what the last inventory found
 */
public record Settlement(
        String event,
        LocalDateTime occurrence,
        String id,
        String by,
        int revision,
        Instant begunAt,
        SortedMap<Integer, Long> rounds,
        Optional<Instant> closedAt,
        Tally found) {
    public Settlement {
        rounds = Collections.unmodifiableSortedMap(new TreeMap<>(rounds));
    }

    /** One that begins. */
    public static Settlement begun(
            String event, LocalDateTime occurrence, String id, String by, int revision, Instant now) {
        return new Settlement(event, occurrence, id, by, revision, now, new TreeMap<>(), Optional.empty(), Tally.NONE);
    }

    /** The last round; 0 before the first. */
    public int round() {
        return rounds.isEmpty() ? 0 : rounds.lastKey();
    }
}
