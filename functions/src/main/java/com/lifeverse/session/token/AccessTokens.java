package com.lifeverse.session.token;

import com.lifeverse.session.key.SigningKey;

/** Signs access tokens: JWT, RS256, {@code typ: at+jwt} (RFC 9068). Costs about a millisecond of processor. */
@FunctionalInterface
public interface AccessTokens {
    String sign(AccessClaims claims, SigningKey key);
}
