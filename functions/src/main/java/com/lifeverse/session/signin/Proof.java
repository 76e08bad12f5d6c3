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

        /** Too many wrong ones came lately, so none is looked at for a while. */
        record TooMany(long failures) implements Outcome {}
    }

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
        if (failures >= quota.most() && identity.secret().isPresent()) {
            return new Outcome.TooMany(failures);
        }
        return credential.opens(identity)
                ? new Outcome.Proved(identity)
                : new Outcome.Wrong(players.failed(identity.key(), quota.windowAt(now)));
    }
}
