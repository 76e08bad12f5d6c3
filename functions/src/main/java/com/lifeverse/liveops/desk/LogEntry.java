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
 * @param note why, or what is said to the next; may be empty
 */
public record LogEntry(
        long version, Instant at, String who, Action action, int revision, List<Difference> differences, String note) {
    /** What can be done. */
    public enum Action {
        SAVED,
        /** A second person is asked to look at it. */
        ASKED,
        APPROVED,
        REJECTED,
        /** The question is taken back. */
        RECALLED,
        /** Nobody has answered it in time. */
        LAPSED,
        PUBLISHED,
        WITHDRAWN,
        /** Switched off somewhere, or in more or fewer regions. */
        KILLED,
        /** Switched on everywhere. */
        REVIVED,
        /** An alarm has taken its ramp a step back, where it is held. */
        RAMP_HELD,
        /** Its ramp goes on. */
        RAMP_RESUMED
    }

    /** With nothing else to say. */
    public LogEntry(long version, Instant at, String who, Action action, int revision, List<Difference> differences) {
        this(version, at, who, action, revision, differences, "");
    }

    public LogEntry {
        differences = List.copyOf(differences);
    }
}
