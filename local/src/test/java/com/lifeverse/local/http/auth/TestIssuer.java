package com.lifeverse.local.http.auth;

import com.lifeverse.local.kernel.Sites;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An issuer of tokens with its site, whose published keys a test can change. */
public final class TestIssuer {
    public static final String ISSUER = "https://issuer.example";
    private static final RSAKey FIRST = key("first");
    private static final RSAKey SECOND = key("second");

    private List<RSAKey> published = List.of(FIRST);

    public static RSAKey first() {
        return FIRST;
    }

    public static RSAKey second() {
        return SECOND;
    }

    public Sites sites() {
        var sites = new Sites();
        sites.register("issuer.example", path -> switch (path) {
            case "/.well-known/openid-configuration" ->
                json("{\"issuer\":\"%s\",\"jwks_uri\":\"%s/.well-known/jwks.json\"}".formatted(ISSUER, ISSUER));
            case "/.well-known/jwks.json" -> json(new JWKSet(List.copyOf(published)).toString(true));
            default -> Optional.empty();
        });
        return sites;
    }

    public void publish(RSAKey... keys) {
        published = List.of(keys);
    }

    /** The claims of a token that is fine at {@code now}. */
    public static Map<String, Object> claims(Instant now) {
        var claims = new HashMap<String, Object>();
        claims.put("iss", ISSUER);
        claims.put("aud", "lifeverse");
        claims.put("sub", "ply_1");
        claims.put("iat", now.getEpochSecond());
        claims.put("nbf", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + 900);
        return claims;
    }

    public static String token(Map<String, Object> claims) {
        return token(FIRST, claims);
    }

    public static String token(RSAKey key, Map<String, Object> claims) {
        try {
            return token(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims,
                    new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String token(JWSHeader header, Map<String, Object> claims, JWSSigner signer) {
        try {
            var jws = new JWSObject(header, new Payload(claims));
            jws.sign(signer);
            return jws.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Sites.Document> json(String content) {
        return Optional.of(new Sites.Document("application/json", content));
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
