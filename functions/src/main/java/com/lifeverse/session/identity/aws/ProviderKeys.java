package com.lifeverse.session.identity.aws;

import com.lifeverse.session.identity.IdentityPolicy;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of one provider, read from where its configuration says and nowhere else, and kept for a while. A key that is
 * not among them makes us look again, but not at every call, so that nobody with rubbish in hand can make us ask the provider
 * each time. While the provider does not answer, the last keys go on for longer; {@link IdentityPolicy} has the times.
 */
final class ProviderKeys {
    private record Reading(JWKSet keys, Instant at) {}

    private final Callable<String> source;
    private final IdentityPolicy policy;
    private @Nullable Reading reading;
    private Instant tried = Instant.MIN;

    /** With what reads the provider's key set (RFC 7517) as text. */
    ProviderKeys(Callable<String> source, IdentityPolicy policy) {
        this.source = source;
        this.policy = policy;
    }

    /**
     * The key of that name; empty if the provider has none of it.
     *
     * @throws IOException if the keys cannot be had
     */
    synchronized Optional<JWK> find(String kid, Instant now) throws IOException {
        var known = reading;
        if (known == null
                || !now.isBefore(known.at().plus(policy.keyLife()))
                || known.keys().getKeyByKeyId(kid) == null) {
            known = refreshed(now);
        }
        return Optional.ofNullable(known.keys().getKeyByKeyId(kid));
    }

    private Reading refreshed(Instant now) throws IOException {
        var known = reading;
        boolean calm = now.isBefore(tried.plus(policy.keyCalm())) && !now.isBefore(tried);
        if (calm && known != null) {
            return known;
        }
        tried = now;
        try {
            var fresh = new Reading(JWKSet.parse(source.call()), now);
            reading = fresh;
            return fresh;
        } catch (Exception e) {
            if (known != null && now.isBefore(known.at().plus(policy.keyStale()))) {
                return known;
            }
            throw new IOException("The keys of a provider cannot be had", e);
        }
    }
}
