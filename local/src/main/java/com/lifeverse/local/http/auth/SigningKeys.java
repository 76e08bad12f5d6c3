package com.lifeverse.local.http.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Sites;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * An issuer's public keys. The discovery document is read once, when the authorizer is made; the key set at first use and
 * again when it is two hours old, as API Gateway may keep it. A token of a key published since is refused until then.
 */
final class SigningKeys {
    private static final Duration KEPT = Duration.ofHours(2);
    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private record Cached(Map<String, RSAPublicKey> byId, Instant since) {}

    private final Sites sites;
    private final InstantSource clock;
    private final URI keySet;
    private Cached cached = new Cached(Map.of(), Instant.MIN);

    private SigningKeys(Sites sites, InstantSource clock, URI keySet) {
        this.sites = sites;
        this.clock = clock;
        this.keySet = keySet;
    }

    /**
     * The keys of an issuer.
     *
     * @throws AwsServiceException if its discovery document cannot be read
     */
    static SigningKeys of(String issuer, Sites sites, InstantSource clock) {
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        var discovery = document(sites, URI.create(base + DISCOVERY)).orElseThrow(() -> unreachable(issuer, base));
        var keySet = discovery.path("jwks_uri").asText();
        if (!discovery.path("issuer").asText().equals(issuer) || keySet.isEmpty()) {
            throw unreachable(issuer, base);
        }
        return new SigningKeys(sites, clock, URI.create(keySet));
    }

    /**
     * The key of that id.
     *
     * @throws KeysUnreachable if the key set cannot be read now
     */
    Optional<RSAPublicKey> find(String keyId) throws KeysUnreachable {
        return Optional.ofNullable(current().get(keyId));
    }

    private synchronized Map<String, RSAPublicKey> current() throws KeysUnreachable {
        var now = clock.instant();
        if (cached.since().equals(Instant.MIN) || !now.isBefore(cached.since().plus(KEPT))) {
            cached = new Cached(fetch(), now);
        }
        return cached.byId();
    }

    private Map<String, RSAPublicKey> fetch() throws KeysUnreachable {
        var document = document(sites, keySet).orElseThrow(() -> new KeysUnreachable("Nothing at " + keySet));
        var keys = new LinkedHashMap<String, RSAPublicKey>();
        try {
            for (var key : JWKSet.parse(document.toString()).getKeys()) {
                if (key instanceof RSAKey rsa && key.getKeyID() != null) {
                    keys.put(key.getKeyID(), rsa.toRSAPublicKey());
                }
            }
        } catch (ParseException | JOSEException e) {
            throw new KeysUnreachable("No key set at " + keySet, e);
        }
        return Map.copyOf(keys);
    }

    private static Optional<JsonNode> document(Sites sites, URI address) {
        return sites.get(address).map(Sites.Document::content).flatMap(Json::parse);
    }

    private static AwsServiceException unreachable(String issuer, String base) {
        var message = ("Caught exception when connecting to %s%s for issuer %s. Please try again later. Error: Invalid"
                        + " issuer: %s. Issuer must have a valid discovery endpoint ended with '%s'")
                .formatted(base, DISCOVERY, issuer, issuer, DISCOVERY);
        return AwsServiceException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("ApiGatewayV2")
                        .errorCode("BadRequestException")
                        .errorMessage(message)
                        .build())
                .build();
    }
}
