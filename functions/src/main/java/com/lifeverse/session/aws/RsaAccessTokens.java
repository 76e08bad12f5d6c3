package com.lifeverse.session.aws;

import com.lifeverse.session.key.SigningKey;
import com.lifeverse.session.token.AccessClaims;
import com.lifeverse.session.token.AccessTokens;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Date;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Access tokens signed by RSA, RFC 9068. The signer of the last key is kept, since reading a key takes longer than signing. */
public final class RsaAccessTokens implements AccessTokens {
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");

    private record Ready(String kid, JWSSigner signer) {}

    private final String issuer;
    private final String audience;
    private final AtomicReference<@Nullable Ready> ready = new AtomicReference<>();

    public RsaAccessTokens(String issuer, String audience) {
        this.issuer = issuer;
        this.audience = audience;
    }

    @Override
    public String sign(AccessClaims claims, SigningKey key) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(TYPE)
                .keyID(key.kid())
                .build();
        var token = new SignedJWT(header, body(claims));
        try {
            token.sign(signer(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("Key " + key.kid() + " does not sign", e);
        }
        return token.serialize();
    }

    private JWTClaimsSet body(AccessClaims claims) {
        var body = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(claims.playerId())
                .claim("sid", claims.sessionId())
                .claim("gen", claims.generation())
                .claim("ep", claims.tokenEpoch())
                .claim("plat", claims.client().platform().text())
                .claim("scope", "player")
                .issueTime(Date.from(claims.issuedAt()))
                .notBeforeTime(Date.from(claims.issuedAt()))
                .expirationTime(Date.from(claims.expiresAt()))
                .jwtID(claims.tokenId());
        claims.client().region().ifPresent(region -> body.claim("rgn", region));
        return body.build();
    }

    private JWSSigner signer(SigningKey key) throws JOSEException {
        var known = ready.get();
        if (known != null && known.kid().equals(key.kid())) {
            return known.signer();
        }
        var signer = new RSASSASigner(read(key));
        ready.set(new Ready(key.kid(), signer));
        return signer;
    }

    private static RSAKey read(SigningKey key) {
        try {
            return RSAKey.parse(key.jwk());
        } catch (ParseException _) {
            // Its message may quote the key.
            throw new IllegalStateException("Key " + key.kid() + " is not an RSA key");
        }
    }
}
