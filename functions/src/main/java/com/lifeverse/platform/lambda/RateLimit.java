package com.lifeverse.platform.lambda;

import com.lifeverse.platform.Allowances;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Quota;
import com.lifeverse.platform.Refused;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Holds callers to a quota and tells them how they stand: RateLimit and RateLimit-Policy with every answer, 429 with
 * Retry-After beyond it.
 *
 * @see <a href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/">RateLimit header fields for HTTP</a>
 */
public record RateLimit(Allowances allowances, Quota quota) {
    /** Answers the call, which is counted first; one write unit. */
    public HttpResponse within(String who, Instant now, Supplier<HttpResponse> call) {
        return within(who, now, Optional::empty, call);
    }

    /**
     * The same for what is done once under an Idempotency-Key: beyond the quota its repetition is answered still.
     *
     * @param repeated the answer to what was done before under this key, if anything was; asked only beyond the quota
     */
    public HttpResponse within(
            String who, Instant now, Supplier<Optional<HttpResponse>> repeated, Supplier<HttpResponse> call) {
        long used = allowances.use(quota, who, now);
        try {
            var answer = used > quota.most() ? repeated.get().orElseThrow(() -> exceeded(used, now)) : call.get();
            return answer.with("ratelimit-policy", quota.policyHeader()).with("ratelimit", quota.header(used, now));
        } catch (Refused refused) {
            throw refused.header("ratelimit-policy", quota.policyHeader()).header("ratelimit", quota.header(used, now));
        }
    }

    /**
     * Answers the call and counts it only if it comes to this problem: one read unit, and one write unit for such a failure. Once
     * they are too many nothing is tried any more; those under way at the same moment still are.
     */
    public HttpResponse failing(Problem failure, String who, Instant now, Supplier<HttpResponse> call) {
        long failed = allowances.used(quota, who, now);
        if (failed >= quota.most()) {
            throw quota.on(
                    new Refused(Problem.TOO_MANY_ATTEMPTS, "Too many of these failed in a short time.")
                            .with("action", "wait"),
                    failed,
                    now);
        }
        try {
            return call.get();
        } catch (Refused refused) {
            throw refused.problem() == failure ? quota.on(refused, allowances.use(quota, who, now), now) : refused;
        }
    }

    private Refused exceeded(long used, Instant now) {
        var refused = new Refused(Problem.TOO_MANY_ATTEMPTS, "Too many of these were asked for in a short time.");
        return quota.on(refused.with("action", "wait"), used, now);
    }
}
