package com.lifeverse.session.own;

import com.lifeverse.session.Platform;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.LivePlayer;
import java.time.Instant;
import java.util.Optional;

/**
 * Who calls, as the access token says that the gateway has checked.
 *
 * @param generation of the session when the token was made
 * @param tokenEpoch of the player when the token was made
 */
public record Bearer(String playerId, String sessionId, long generation, Platform platform, long tokenEpoch) {
    /** One whose tokens were never called back. */
    public Bearer(String playerId, String sessionId, long generation, Platform platform) {
        this(playerId, sessionId, generation, platform, 0);
    }

    /** The bearer's session, if their token still stands for it. */
    public Optional<Session> heldIn(LivePlayer player, Instant now, SessionPolicy policy) {
        return Optional.of(player)
                .filter(found -> tokenEpoch >= found.standing().tokenEpoch())
                .flatMap(found -> found.session(sessionId))
                .filter(found -> found.generation() >= generation && generation >= found.fence())
                .filter(found -> !policy.lapsed(found, now));
    }
}
