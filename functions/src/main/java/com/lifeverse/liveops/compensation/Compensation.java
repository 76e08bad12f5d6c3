package com.lifeverse.liveops.compensation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A plan of grants on its way from an author to players; its lines are kept elsewhere, and found by the digest.
 *
 * @param players how many it is about
 * @param totals what it gives away, by item
 * @param largest the most that one player gets
 * @param lapsesAt when nobody can decide about it any more
 * @param cause the event that told of the approval; empty before
 * @param made what came of it; empty before it is through
 * @param history who did what, the oldest first; never empty
 */
public record Compensation(
        String id,
        String digest,
        String reason,
        String incident,
        Optional<String> message,
        int players,
        SortedMap<String, Long> totals,
        int largest,
        Instant lapsesAt,
        Optional<String> cause,
        Optional<Made> made,
        List<Entry> history) {
    /** Time itself, in the history. */
    public static final String NOBODY = "compensation";

    /** How it stands. */
    public enum State {
        /** Waits for a second person. */
        SUBMITTED,
        /** Its grants are being made. */
        APPROVED,
        REJECTED,
        RECALLED,
        /** Nobody has decided in time. */
        LAPSED,
        /** As many grants are in the ledger as the plan has lines, but for who was erased. */
        MADE
    }

    /**
     * What was done to it.
     *
     * @param action the state that it was brought to
     * @param who a person of the staff
     * @param note why; may be empty
     */
    public record Entry(State action, String who, Instant at, String note) {}

    /**
     * What came of it.
     *
     * @param skipped of how many players nothing is known any more, because their data was erased
     */
    public record Made(int granted, int skipped, SortedMap<String, Long> amounts) {
        public Made {
            amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
        }
    }

    public Compensation {
        totals = Collections.unmodifiableSortedMap(new TreeMap<>(totals));
        history = List.copyOf(history);
    }

    /** One that was just handed in. */
    public static Compensation of(Submission plan, String author, Instant now, CompensationPolicy policy) {
        return new Compensation(
                plan.id(),
                plan.digest(),
                plan.reason(),
                plan.incident(),
                plan.message(),
                plan.lines().size(),
                plan.totals(),
                plan.largest(),
                now.plus(policy.open()),
                Optional.empty(),
                Optional.empty(),
                List.of(new Entry(State.SUBMITTED, author, now, "")));
    }

    /** Who handed it in. */
    public String author() {
        return history.getFirst().who();
    }

    /** How it stands then. */
    public State state(Instant now) {
        var last = history.getLast().action();
        return last == State.SUBMITTED && !now.isBefore(lapsesAt) ? State.LAPSED : last;
    }

    /** How often it was written. */
    public int version() {
        return history.size();
    }

    /** As {@code source} of its grants and of what is told of them. */
    public String source() {
        return "compensation/" + id;
    }

    Compensation with(Entry entry) {
        return with(entry, cause, made);
    }

    Compensation with(Entry entry, Optional<String> newCause, Optional<Made> newMade) {
        var longer = new ArrayList<>(history);
        longer.add(entry);
        return new Compensation(
                id, digest, reason, incident, message, players, totals, largest, lapsesAt, newCause, newMade, longer);
    }
}
