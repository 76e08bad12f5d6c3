package com.lifeverse.session.token;

import com.lifeverse.session.key.RefreshSecret;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Refresh tokens as sealed texts. The same token always seals to the same text. They open for the audience only for which they were
 * sealed: a new one ends all sessions of all players, and no renewal makes access tokens for it.
 */
public final class RefreshTokens {
    private static final Pattern PAYLOAD = Pattern.compile(
            "(ply_[0-9a-f-]{36})\\|(ses_[0-9a-f-]{36})\\|([A-Za-z0-9_-]{22})\\|([0-9]{1,18})\\|([0-9]{1,11})");

    private final Seal seal;

    /** With the secret of the key ring, for an audience. */
    public RefreshTokens(RefreshSecret secret, String audience) {
        seal = new Seal(secret, "refresh-token.v1 " + audience);
    }

    public String seal(RefreshToken token) {
        return seal.seal(String.join(
                "|",
                token.playerId(),
                token.sessionId(),
                token.family(),
                Long.toString(token.generation()),
                Long.toString(token.familyStart().getEpochSecond())));
    }

    /** What a sealed token says; empty if we did not seal it. */
    public Optional<RefreshToken> open(String text) {
        return seal.open(text).flatMap(RefreshTokens::parse);
    }

    private static Optional<RefreshToken> parse(String payload) {
        var matcher = PAYLOAD.matcher(payload);
        return matcher.matches()
                ? Optional.of(new RefreshToken(
                        matcher.group(1),
                        matcher.group(2),
                        matcher.group(3),
                        Long.parseLong(matcher.group(4)),
                        Instant.ofEpochSecond(Long.parseLong(matcher.group(5)))))
                : Optional.empty();
    }
}
