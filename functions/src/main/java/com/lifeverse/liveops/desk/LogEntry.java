package com.lifeverse.liveops.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was done to an event. The log is only added to.
 *
 * @param version of the definition that came of it
 * @param who a person of the staff
 * @param revision which one it is about
 * @param differences what is otherwise than before: in the file when it was saved, for players when it was published
 * @param note why, or what is said to the next; may be empty
 * @param batch what a publication belongs together with; empty if nobody has said so
 */
public record LogEntry(
        long version,
        Instant at,
        String who,
        Action action,
        int revision,
        List<Difference> differences,
        String note,
        Optional<Batch> batch) {
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

    /** Of no batch. */
    public LogEntry(
            long version,
            Instant at,
            String who,
            Action action,
            int revision,
            List<Difference> differences,
            String note) {
        this(version, at, who, action, revision, differences, note, Optional.empty());
    }

    /** With nothing else to say. */
    public LogEntry(long version, Instant at, String who, Action action, int revision, List<Difference> differences) {
        this(version, at, who, action, revision, differences, "");
    }

    public LogEntry {
        differences = List.copyOf(differences);
    }

    /** The same, as one of a batch. */
    LogEntry in(Optional<Batch> of) {
        return new LogEntry(version, at, who, action, revision, differences, note, of);
    }
}
