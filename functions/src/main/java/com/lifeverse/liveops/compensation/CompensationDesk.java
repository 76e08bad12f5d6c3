package com.lifeverse.liveops.compensation;

import com.lifeverse.liveops.compensation.Compensation.Made;
import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where staff hand in plans of grants and decide about them. Whoever is overtaken by somebody else is judged anew, by what is then so. A read
 * and a write.
 */
public final class CompensationDesk {
    /** How often, before the caller is asked to come back. */
    private static final int ATTEMPTS = 5;

    private final Compensations ledger;
    private final PlanLines lines;
    private final CompensationPolicy policy;
    private final Supplier<UUID> ids;

    public CompensationDesk(Compensations ledger, PlanLines lines, CompensationPolicy policy, Supplier<UUID> ids) {
        this.ledger = ledger;
        this.lines = lines;
        this.policy = policy;
        this.ids = ids;
    }

    /**
     * Hands a plan in. Its lines are there before the ledger says so: what is cut off in between is a file that nobody asks for, which goes by itself.
     *
     * @return {@link Verdict.Done} if it is new
     * @throws IllegalStateException if others wrote each time
     */
    public Verdict submit(Submission plan, String author, Instant now) {
        return decided(
                () -> {
                    var verdict = CompensationReview.submit(ledger.find(plan.id()), plan, author, now, policy);
                    if (verdict instanceof Verdict.Done) {
                        lines.write(plan);
                    }
                    return verdict;
                },
                after -> Optional.empty());
    }

    /** Says yes, and tells it; what tells it begins the run that makes the grants. */
    public Verdict approve(String id, String digest, String who, Instant now) {
        var cause = "evt_" + ids.get();
        return decided(
                () -> CompensationReview.approve(ledger.find(id), digest, who, now, cause),
                after -> Optional.of(CompensationEvents.approved(after, now)));
    }

    /** Says no. The lines are of no more use. */
    public Verdict reject(String id, String digest, String who, Instant now, String reason) {
        return forgotten(decided(
                () -> CompensationReview.reject(ledger.find(id), digest, who, now, reason), after -> Optional.empty()));
    }

    /** Takes it back. The lines are of no more use. */
    public Verdict recall(String id, String who, Instant now) {
        return forgotten(
                decided(() -> CompensationReview.recall(ledger.find(id), who, now), after -> Optional.empty()));
    }

    /**
     * Writes that all of it is in the ledger of grants, and tells it, once. The lines are of no more use.
     *
     * @throws IllegalStateException if nobody has approved it
     */
    public Compensation close(String id, Made made, Instant now) {
        var verdict = forgotten(decided(
                () -> ledger.find(id)
                        .map(there -> CompensationReview.close(there, made, now))
                        .orElseGet(Verdict.Unknown::new),
                after -> Optional.of(CompensationEvents.made(ids.get(), after, made, now))));
        return switch (verdict) {
            case Verdict.Done(var after) -> after;
            case Verdict.Nothing(var there) -> there;
            case Verdict.Unknown _, Verdict.Another _, Verdict.OwnWork _, Verdict.OthersWork _, Verdict.Decided _ ->
                throw new IllegalStateException("Nobody has approved the compensation " + id);
        };
    }

    private Verdict forgotten(Verdict verdict) {
        switch (verdict) {
            case Verdict.Done(var after) -> lines.forget(after.id(), after.digest());
            case Verdict.Nothing(var there) -> lines.forget(there.id(), there.digest());
            case Verdict.Unknown _, Verdict.Another _, Verdict.OwnWork _, Verdict.OthersWork _, Verdict.Decided _ -> {
                // Whoever is refused changes nothing.
            }
        }
        return verdict;
    }

    private Verdict decided(Supplier<Verdict> rule, Function<Compensation, Optional<Envelope>> news) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var verdict = rule.get();
            if (!(verdict instanceof Verdict.Done(var after)) || ledger.write(after, news.apply(after))) {
                return verdict;
            }
        }
        throw new IllegalStateException("Others wrote each time that this compensation was decided about");
    }
}
