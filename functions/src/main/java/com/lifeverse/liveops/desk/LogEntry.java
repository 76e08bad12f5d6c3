package com.lifeverse.liveops.desk;

import java.time.Instant;
import java.util.List;

/**
 * What was done to an event. The log is only added to.
 *
 * @param version of the definition that came of it
 * @param who a person of the staff
 * @param revision which one it is about
 * @param differences what is otherwise than before: in the file when it was saved, for players when it was published
 */
public record LogEntry(
        long version, Instant at, String who, Action action, int revision, List<Difference> differences) {
    /** What can be done. */
    public enum Action {
        SAVED,
        APPROVED,
        PUBLISHED,
        WITHDRAWN,
        /** Switched off somewhere, or in more or fewer regions. */
        KILLED,
        /** Switched on everywhere. */
        REVIVED
    }

    public LogEntry {
        differences = List.copyOf(differences);
    }
}
