package com.lifeverse.session.signin;

import com.lifeverse.session.Sha256;
import java.util.Optional;
import java.util.UUID;

/**
 * How a device says whose it is.
 *
 * @param deviceId its name
 * @param secret made by the device at its first start and kept by it; never stored and never printed
 */
public record DeviceCredential(String deviceId, String secret) implements Credential {
    @Override
    public String key() {
        return "device#" + Sha256.hex(deviceId);
    }

    @Override
    public String kind() {
        return "device";
    }

    @Override
    public String fingerprint() {
        return Sha256.hex(deviceId + "\n" + secret);
    }

    @Override
    public Optional<SecretHash> secret(UUID salt) {
        return Optional.of(SecretHash.of(secret, salt));
    }

    @Override
    public boolean opens(Identity identity) {
        return identity.key().equals(key())
                && identity.secret().filter(hash -> hash.matches(secret)).isPresent();
    }

    @Override
    public String toString() {
        return "DeviceCredential[" + key() + "]";
    }
}
