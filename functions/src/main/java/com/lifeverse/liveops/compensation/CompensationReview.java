package com.lifeverse.liveops.compensation;

import com.lifeverse.liveops.compensation.Compensation.Entry;
import com.lifeverse.liveops.compensation.Compensation.Made;
import com.lifeverse.liveops.compensation.Compensation.State;
import com.lifeverse.platform.Person;
import java.time.Instant;
import java.util.Optional;

/** How a plan of grants comes from an author to players: two people, one digest, once. */
public final class CompensationReview {
    private CompensationReview() {}

    /** Hands a plan in. The same again is the same; another one under its name is refused, however the first one ended. */
    public static Verdict submit(
            Optional<Compensation> known, Submission plan, String author, Instant now, CompensationPolicy policy) {
        return known.<Verdict>map(there ->
                        there.digest().equals(plan.digest()) ? new Verdict.Nothing(there) : new Verdict.Another(there))
                .orElseGet(() -> new Verdict.Done(Compensation.of(plan, author, now, policy)));
    }

    /**
     * Says yes to what has this digest.
     *
     * @param cause the id of the event that tells it
     */
    public static Verdict approve(Optional<Compensation> known, String digest, String who, Instant now, String cause) {
        return decide(known, digest, who, now, there -> {
            var last = there.history().getLast().action();
            boolean same = last == State.APPROVED || last == State.MADE;
            return same
                    ? new Verdict.Nothing(there)
                    : new Verdict.Done(
                            there.with(new Entry(State.APPROVED, who, now, ""), Optional.of(cause), Optional.empty()));
        });
    }

    /** Says no to what has this digest. */
    public static Verdict reject(Optional<Compensation> known, String digest, String who, Instant now, String reason) {
        return decide(
                known,
                digest,
                who,
                now,
                there -> there.history().getLast().action() == State.REJECTED
                        ? new Verdict.Nothing(there)
                        : new Verdict.Done(there.with(new Entry(State.REJECTED, who, now, reason))));
    }

    /** Takes it back, as long as nobody has decided; its author does that and nobody else. */
    public static Verdict recall(Optional<Compensation> known, String who, Instant now) {
        if (known.isEmpty()) {
            return new Verdict.Unknown();
        }
        var there = known.get();
        if (!Person.same(there.author(), who)) {
            return new Verdict.OthersWork();
        }
        return switch (there.state(now)) {
            case RECALLED -> new Verdict.Nothing(there);
            case SUBMITTED -> new Verdict.Done(there.with(new Entry(State.RECALLED, who, now, "")));
            case APPROVED, REJECTED, LAPSED, MADE -> new Verdict.Decided(there);
        };
    }

    /** All of it is in the ledger. */
    public static Verdict close(Compensation there, Made made, Instant now) {
        return switch (there.state(now)) {
            case MADE -> new Verdict.Nothing(there);
            case APPROVED ->
                new Verdict.Done(there.with(
                        new Entry(State.MADE, Compensation.NOBODY, now, ""), there.cause(), Optional.of(made)));
            case SUBMITTED, REJECTED, RECALLED, LAPSED -> new Verdict.Decided(there);
        };
    }

    /** What a second person decides, while it is open. */
    private interface Decision {
        Verdict of(Compensation there);
    }

    private static Verdict decide(
            Optional<Compensation> known, String digest, String who, Instant now, Decision decision) {
        if (known.isEmpty()) {
            return new Verdict.Unknown();
        }
        var there = known.get();
        if (Person.same(there.author(), who)) {
            return new Verdict.OwnWork();
        }
        if (!there.digest().equals(digest)) {
            return new Verdict.Another(there);
        }
        var verdict = decision.of(there);
        boolean open = there.state(now) == State.SUBMITTED;
        return open || verdict instanceof Verdict.Nothing ? verdict : new Verdict.Decided(there);
    }
}
