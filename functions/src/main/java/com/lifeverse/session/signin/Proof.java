package com.lifeverse.session.signin;

import com.lifeverse.session.SessionPolicy;
import java.time.Instant;

/** Proves who somebody is, before anything else is done for them: one read, and a write or two if they are not who they say. */
public final class Proof {
    /** What came of it. */
    public sealed interface Outcome {
        /** Nobody has this identity yet: whoever comes first does. */
        record Unknown() implements Outcome {}

        /** It is theirs. */
        record Proved(Identity identity) implements Outcome {}

        /**
         * The secret is not the device's.
         *
         * @param failures in the open window, this one included
         */
        record Wrong(long failures) implements Outcome {}

        /** Too many wrong ones came lately. */
        record TooMany(long failures) implements Outcome {}
    }

    /**
     * How many times as many as the quota are looked at all the same: whoever knows a device's name may use its quota up, and must
     * not lock its owner out with it. The secrets are made by machines, so 500 guesses a minute find none.
     */
    private static final long LOOKED_AT = 50;

    private final Players players;
    private final SessionPolicy policy;

    public Proof(Players players, SessionPolicy policy) {
        this.players = players;
        this.policy = policy;
    }

    public Outcome of(Credential credential, Instant now) {
        var identity = players.identity(credential.key());
        return identity.map(found -> judged(found, credential, now)).orElseGet(Outcome.Unknown::new);
    }

    private Outcome judged(Identity identity, Credential credential, Instant now) {
        var quota = policy.wrongCredentials();
        long failures = identity.failures().at(quota, now);
        if (failures >= LOOKED_AT * quota.most() && identity.secret().isPresent()) {
            return new Outcome.TooMany(failures);
        }
        if (credential.opens(identity)) {
            return new Outcome.Proved(identity);
        }
        long count = players.failed(identity.key(), quota.windowAt(now));
        return count <= quota.most() ? new Outcome.Wrong(count) : new Outcome.TooMany(count);
    }
}
