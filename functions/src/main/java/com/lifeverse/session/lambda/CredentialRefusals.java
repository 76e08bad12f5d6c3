package com.lifeverse.session.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.session.SessionPolicy;
import java.time.Instant;

/** What somebody hears whose credential is wrong, and how many more are looked at. */
public final class CredentialRefusals {
    private CredentialRefusals() {}

    /** It is not the identity's. */
    public static Refused wrong(long failures, SessionPolicy policy, Instant now) {
        var refused =
                new Refused(Problem.WRONG_CREDENTIAL, "Sign in with the credential that belongs to the identity.");
        return policy.wrongCredentials().on(refused, failures, now);
    }

    /** Too many came that are not. */
    public static Refused tooMany(long failures, SessionPolicy policy, Instant now) {
        var refused = new Refused(Problem.TOO_MANY_ATTEMPTS, "Too many wrong credentials came for this identity.")
                .with("action", "wait");
        return policy.wrongCredentials().on(refused, failures, now);
    }
}
