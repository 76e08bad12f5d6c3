package com.lifeverse.session.signin;

import com.lifeverse.session.Sha256;
import java.util.Optional;
import java.util.UUID;

/**
 * An account at a provider, which has vouched for it with an ID token that was checked.
 *
 * @param provider its name with us
 * @param issuer the provider, as it calls itself; a new name with us changes no identity
 * @param subject the account's id there
 */
public record ProviderIdentity(String provider, String issuer, String subject) implements Credential {
    @Override
    public String key() {
        return "oidc#" + Sha256.hex(issuer + "\n" + subject);
    }

    @Override
    public String kind() {
        return provider;
    }

    @Override
    public String fingerprint() {
        return key();
    }

    @Override
    public Optional<SecretHash> secret(UUID salt) {
        return Optional.empty();
    }

    @Override
    public boolean opens(Identity identity) {
        return identity.key().equals(key());
    }

    @Override
    public String toString() {
        return "ProviderIdentity[" + key() + "]";
    }
}
