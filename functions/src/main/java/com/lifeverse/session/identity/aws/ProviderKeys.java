package com.lifeverse.session.identity.aws;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of one provider, read from where its configuration says and nowhere else, and kept for an hour. A key that is
 * not among them makes us look again, but not more often than every half minute, so that nobody with rubbish in hand can make us
 * ask the provider at every call. While the provider does not answer, the last keys go on for a day.
 */
final class ProviderKeys {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration CALM = Duration.ofSeconds(30);
    private static final Duration STALE = Duration.ofDays(1);

    private record Reading(JWKSet keys, Instant at) {}

    private final Callable<String> source;
    private @Nullable Reading reading;
    private Instant tried = Instant.MIN;

    /** With what reads the provider's key set (RFC 7517) as text. */
    ProviderKeys(Callable<String> source) {
        this.source = source;
    }

    /**
     * The key of that name; empty if the provider has none of it.
     *
     * @throws IOException if the keys cannot be had
     */
    synchronized Optional<JWK> find(String kid, Instant now) throws IOException {
        var known = reading;
        if (known == null
                || !now.isBefore(known.at().plus(LIFE))
                || known.keys().getKeyByKeyId(kid) == null) {
            known = refreshed(now);
        }
        return Optional.ofNullable(known.keys().getKeyByKeyId(kid));
    }

    private Reading refreshed(Instant now) throws IOException {
        var known = reading;
        boolean calm = now.isBefore(tried.plus(CALM)) && !now.isBefore(tried);
        if (calm && known != null) {
            return known;
        }
        tried = now;
        try {
            var fresh = new Reading(JWKSet.parse(source.call()), now);
            reading = fresh;
            return fresh;
        } catch (Exception e) {
            if (known != null && now.isBefore(known.at().plus(STALE))) {
                return known;
            }
            throw new IOException("The keys of a provider cannot be had", e);
        }
    }
}
