package com.lifeverse.liveops.review;

import java.time.Instant;

/**
 * That an author asked for a second person's eyes on a revision, and what came of it.
 *
 * @param id of the review, and of the run that waits for its answer
 * @param revision which one is looked at
 * @param note what the author says to whoever looks
 * @param by who ended it; empty while it is open, and if time alone did
 * @param reason why, in words of who ended it; may be empty
 */
public record Review(
        String id,
        int revision,
        String askedBy,
        String note,
        Instant askedAt,
        Instant lapsesAt,
        State state,
        String by,
        String reason) {
    /** How it stands. */
    public enum State {
        /** It waits for an answer. */
        OPEN,
        APPROVED,
        REJECTED,
        /** An author has taken the question back. */
        RECALLED,
        /** There is a later revision. */
        SUPERSEDED,
        /** Nobody has answered in time. */
        LAPSED
    }

    /** One that has just been asked for. */
    public static Review asked(String id, int revision, String askedBy, String note, Instant now, ReviewPolicy policy) {
        return new Review(id, revision, askedBy, note, now, now.plus(policy.lapses()), State.OPEN, "", "");
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Whether an answer counts: that it has lapsed holds before anybody has come to write it. */
    public boolean openAt(Instant now) {
        return open() && now.isBefore(lapsesAt);
    }

    /** The same with its end, if it is open; what has ended stays as it ended. */
    public Review ended(State end, String who, String why) {
        return open() ? new Review(id, revision, askedBy, note, askedAt, lapsesAt, end, who, why) : this;
    }
}
