package com.lifeverse.trigger.publish;

import java.time.Instant;
import java.util.Optional;

/**
 * That all triggers of a draft were put in force.
 *
 * @param number one more than of the one before; 0 stands for what comes with the code, until somebody publishes
 * @param revision the draft's
 * @param by who did it
 * @param note why
 * @param backTo the number of the publication that it put in force again; empty if somebody published it
 */
public record Publication(long number, String revision, String by, Instant at, String note, Optional<Long> backTo) {
    /** One that somebody published. */
    public Publication(long number, String revision, String by, Instant at, String note) {
        this(number, revision, by, at, note, Optional.empty());
    }

    /** What comes with the code. */
    public static Publication shipped(Draft draft) {
        return new Publication(0, draft.revision(), "deployment", Instant.EPOCH, "comes with the code");
    }

    Publication next(Draft draft, Staff staff, Optional<Long> backTo, Instant now) {
        return new Publication(number + 1, draft.revision(), staff.name(), now, staff.note(), backTo);
    }

    /** Who does something, and why. */
    public record Staff(String name, String note) {}
}
