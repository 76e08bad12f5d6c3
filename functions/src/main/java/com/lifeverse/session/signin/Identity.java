package com.lifeverse.session.signin;

import com.lifeverse.session.Sha256;
import java.util.Optional;

/**
 * One way of a player to say who they are.
 *
 * @param key names the credential, see {@link Credential#key()}
 * @param kind what a person may see of it, see {@link Credential#kind()}
 * @param failures how often a wrong credential came lately
 * @param secret what a device's secret is compared with; empty if a provider vouches for it
 */
public record Identity(String key, String kind, String playerId, Optional<SecretHash> secret, Failures failures) {
    /** One for which no wrong credential came. */
    public Identity(String key, String kind, String playerId, Optional<SecretHash> secret) {
        this(key, kind, playerId, secret, Failures.NONE);
    }

    /** Its name in addresses, which opens nothing. */
    public String id() {
        return idOf(key);
    }

    /** The name in addresses of the identity of that key. */
    public static String idOf(String key) {
        return Sha256.brief("identity", key);
    }
}
