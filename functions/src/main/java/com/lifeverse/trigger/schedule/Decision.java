package com.lifeverse.trigger.schedule;

import java.util.List;

/**
 * What is to be written, all of it or nothing.
 *
 * @param before what it was decided on
 * @param after what the schedule's state becomes
 * @param entries the ledger's lines, new or as they are now; each run once
 */
public record Decision(ScheduleState before, ScheduleState after, List<Entry> entries) {
    public Decision {
        entries = List.copyOf(entries);
    }

    /** True if it changes nothing. */
    public boolean none() {
        return before.equals(after) && before.version() > 0 && entries.isEmpty();
    }
}
