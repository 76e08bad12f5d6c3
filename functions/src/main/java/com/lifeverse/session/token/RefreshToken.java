package com.lifeverse.session.token;

import com.lifeverse.session.Session;
import com.lifeverse.session.SessionPolicy;
import java.time.Instant;

/**
 * What a refresh token says. It is all there is to know of it: the table stores no part of any token.
 *
 * @param familyStart when the sign-in was that the family began with, to the second
 */
public record RefreshToken(String playerId, String sessionId, String family, long generation, Instant familyStart) {
    public static RefreshToken of(String playerId, Session session, long generation) {
        var start = Instant.ofEpochSecond(session.startedAt().getEpochSecond());
        return new RefreshToken(playerId, session.id(), session.family(), generation, start);
    }

    /** The token that this one renews to; always the same. */
    public RefreshToken successor() {
        return new RefreshToken(playerId, sessionId, family, generation + 1, familyStart);
    }

    /** True if the family is too old to go on, however often it was renewed (ASVS 10.4.8). */
    public boolean expired(Instant now, SessionPolicy policy) {
        return now.isAfter(familyStart.plus(policy.refreshTokenLife()));
    }
}
