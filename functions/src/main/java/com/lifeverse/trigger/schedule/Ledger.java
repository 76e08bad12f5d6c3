package com.lifeverse.trigger.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the states of schedules and the lines of their runs are kept. */
public interface Ledger {
    /** All states, by a read that sees all writes. */
    List<ScheduleState> states();

    /** One state, by such a read; empty if there never was one. */
    Optional<ScheduleState> state(String schedule);

    /** Those of the times whose run took place, or will. */
    Set<Instant> taken(String schedule, List<Instant> times);

    /** Writes all of a decision; false, and nothing is written, if the state has changed since it was read. */
    boolean write(Decision decision);

    /**
     * Lines, the latest time first.
     *
     * @param cursor where the page before ended; empty for the first one
     */
    Page runs(String schedule, int most, String cursor);

    /** The line of a run that somebody asked for; empty if nobody has. */
    Optional<Entry> asked(String schedule, String runId);

    /**
     * Some lines.
     *
     * @param cursor empty if there are no more
     */
    record Page(List<Entry> entries, String cursor) {
        public Page {
            entries = List.copyOf(entries);
        }
    }
}
