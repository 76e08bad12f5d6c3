package com.lifeverse.session.group;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whether everybody is ready.
 *
 * @param until when it fails for want of answers
 * @param asked those who were in the group when it began; who left since is waited for no longer
 * @param answers of those who have answered
 */
public record ReadyCheck(
        Instant startedAt, Instant until, Set<String> asked, Map<String, Boolean> answers, Result result) {
    /** What came of it. The names are part of the HTTP contract. */
    public enum Result {
        PENDING,
        PASSED,
        FAILED
    }

    public ReadyCheck {
        asked = Collections.unmodifiableSet(new TreeSet<>(asked));
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    }

    public boolean isPending() {
        return result == Result.PENDING;
    }

    public ReadyCheck answered(String playerId, boolean ready) {
        var all = new TreeMap<>(answers);
        all.put(playerId, ready);
        return new ReadyCheck(startedAt, until, asked, all, result);
    }

    /** As if the player had not been asked. */
    public ReadyCheck without(String playerId) {
        var others = new TreeSet<>(asked);
        others.remove(playerId);
        var theirs = new TreeMap<>(answers);
        theirs.remove(playerId);
        return new ReadyCheck(startedAt, until, others, theirs, result);
    }

    public ReadyCheck ended(Result with) {
        return new ReadyCheck(startedAt, until, asked, answers, with);
    }
}
