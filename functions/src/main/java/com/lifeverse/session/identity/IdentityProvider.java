package com.lifeverse.session.identity;

import java.net.URI;
import java.util.List;

/**
 * Somebody who vouches for players with OpenID Connect ID tokens: a console, a store, the studio's own accounts.
 *
 * @param name with us; in requests
 * @param issuer exactly as its tokens say it
 * @param audiences our client ids there
 * @param keys where its keys are; keys from anywhere else, and such as a token brings along, count for nothing
 * @param algorithms what it signs with; only asymmetric ones
 */
public record IdentityProvider(String name, String issuer, List<String> audiences, URI keys, List<String> algorithms) {
    private static final List<String> KNOWN = List.of("RS256", "ES256", "PS256");
    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

    public IdentityProvider {
        audiences = List.copyOf(audiences);
        algorithms = List.copyOf(algorithms);
        require(name.matches("[a-z0-9-]{2,32}"), "a provider's name is 2 to 32 lower case letters, digits and hyphens");
        require(!issuer.isBlank() && !audiences.isEmpty(), name + " needs an issuer and an audience");
        require(!algorithms.isEmpty() && KNOWN.containsAll(algorithms), name + " may sign with " + KNOWN + " only");
        boolean here = keys.getHost() != null && LOOPBACK.contains(keys.getHost());
        require("https".equals(keys.getScheme()) || here, name + " must offer its keys over https");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
