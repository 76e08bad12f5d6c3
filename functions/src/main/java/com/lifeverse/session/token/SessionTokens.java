package com.lifeverse.session.token;

import com.lifeverse.session.Client;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.key.CachedKeys;
import com.lifeverse.session.key.KeyRing;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes and reads the tokens of sessions with the keys in force. */
public final class SessionTokens {
    /** A signed access token. */
    public record AccessToken(String text, Instant expiresAt) {
        @Override
        public String toString() {
            return "AccessToken[until " + expiresAt + "]";
        }
    }

    private final CachedKeys keys;
    private final AccessTokens access;
    private final String audience;
    private final SessionPolicy policy;

    /** Whose access tokens are signed for that audience, and whose refresh tokens are good for it only. */
    public SessionTokens(CachedKeys keys, AccessTokens access, String audience, SessionPolicy policy) {
        this.keys = keys;
        this.access = access;
        this.audience = audience;
        this.policy = policy;
    }

    public String seal(RefreshToken token, Instant now) {
        return refreshTokens(keys.current(now)).seal(token);
    }

    /** What the token says; empty if it is not ours. Before it says so, it looks whether the keys have changed. */
    public Optional<RefreshToken> open(String text, Instant now) {
        return refreshTokens(keys.current(now))
                .open(text)
                .or(() -> keys.newer(now).flatMap(ring -> refreshTokens(ring).open(text)));
    }

    /** Seals what is not a token, for a purpose of its own. */
    public String seal(String purpose, String text, Instant now) {
        return new Seal(keys.current(now).refreshSecret(), purpose).seal(text);
    }

    /** What was sealed for that purpose; empty if it was not we who did. */
    public Optional<String> open(String purpose, String sealed, Instant now) {
        return new Seal(keys.current(now).refreshSecret(), purpose).open(sealed);
    }

    private RefreshTokens refreshTokens(KeyRing ring) {
        return new RefreshTokens(ring.refreshSecret(), audience);
    }

    /** A signed access token for a session at that generation, in the hands of that client. */
    public AccessToken sign(
            String playerId,
            String sessionId,
            long generation,
            long tokenEpoch,
            Client client,
            UUID tokenId,
            Instant now) {
        var issuedAt = Instant.ofEpochSecond(now.getEpochSecond());
        var expiresAt = issuedAt.plus(policy.accessTokenLife());
        var claims = new AccessClaims(
                playerId, sessionId, generation, tokenEpoch, client, issuedAt, expiresAt, tokenId.toString());
        return new AccessToken(access.sign(claims, keys.current(now).active()), expiresAt);
    }
}
