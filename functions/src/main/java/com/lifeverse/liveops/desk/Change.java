package com.lifeverse.liveops.desk;

import java.util.Optional;

/**
 * All that is to be written at once.
 *
 * @param after how the event stands then; its version is one more than it was
 * @param entry for the log
 * @param added a new revision
 * @param effect what it changes for players
 */
public record Change(Definition after, LogEntry entry, Optional<Revision> added, Effect effect) {
    /** The same, as one of a batch. */
    Change in(Optional<Batch> batch) {
        return new Change(after, entry.in(batch), added, effect);
    }

    /** What players have of it. */
    public sealed interface Effect {
        /** What they had. */
        record None() implements Effect {}

        /** This one, if the catalogue is still what was looked at. */
        record Publish(Published published, long catalogue) implements Effect {}

        /** Nothing any more, if the catalogue is still what was looked at. */
        record Withdraw(long catalogue) implements Effect {}
    }
}
