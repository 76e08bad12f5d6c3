package com.lifeverse.session.identity;

import com.lifeverse.session.signin.ProviderIdentity;
import java.time.Instant;
import java.util.Optional;

/** Checks ID tokens of the configured providers (OpenID Connect Core, section 3.1.3.7; RFC 8725). */
public interface ProviderTokens {
    /**
     * What the token is worth.
     *
     * @param nonce if the client sent one along to the provider, the token must say it
     */
    Verdict verify(String provider, String idToken, Optional<String> nonce, Instant now);

    /** What came of a check. */
    sealed interface Verdict {
        /** The provider vouches for this account. */
        record Genuine(ProviderIdentity identity) implements Verdict {}

        /** It does not; {@code why} for the log, never with any part of the token. */
        record Rejected(String why) implements Verdict {}

        /** The provider's keys cannot be had now; trying again will help. */
        record Unreachable() implements Verdict {}
    }
}
