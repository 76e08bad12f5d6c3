package com.lifeverse.session.own;

import com.lifeverse.session.EndReason;
import com.lifeverse.session.Lease;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionEvents;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.CommandId;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.live.LiveSessions.EndOutcome;
import com.lifeverse.session.live.SessionEnd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A player's own session: the one that their access token was made for. Any other's, or another one of their own, is not
 * found. The table decides, so a session that has ended is refused here however long its token would still live.
 */
public final class OwnSession {
    /** What came of looking. */
    public sealed interface Look {
        record Found(Session session, Lease lease, long notices) implements Look {}

        record NotFound() implements Look {}

        record Ended() implements Look {}
    }

    /** What came of signing out. */
    public enum SignOut {
        SIGNED_OUT,
        NOT_FOUND
    }

    private final LiveSessions live;
    private final SessionPolicy policy;

    public OwnSession(LiveSessions live, SessionPolicy policy) {
        this.live = live;
        this.policy = policy;
    }

    /** The session as it is now: one read. */
    public Look look(Bearer bearer, String sessionId, Instant now) {
        if (!bearer.sessionId().equals(sessionId)) {
            return new Look.NotFound();
        }
        var player = live.read(bearer.playerId());
        var session = player.flatMap(found -> found.session(sessionId))
                .filter(found -> found.generation() >= bearer.generation())
                .filter(found -> !policy.lapsed(found, now));
        return session.isPresent() && player.isPresent()
                ? new Look.Found(
                        session.get(),
                        policy.leaseUntil(session.get().renewAt()),
                        player.get().notices())
                : new Look.Ended();
    }

    /** Ends the session; one that has ended already is fine: one write. */
    public SignOut signOut(Bearer bearer, String sessionId, Supplier<UUID> ids, Instant now) {
        if (!bearer.sessionId().equals(sessionId)) {
            return SignOut.NOT_FOUND;
        }
        var command = CommandId.of(ids.get());
        var news = SessionEvents.ended(
                ids.get(), bearer.playerId(), sessionId, bearer.platform(), EndReason.SIGNED_OUT, now);
        var sweptAt = policy.sweptAt(policy.leaseUntil(now));
        var end = new SessionEnd(bearer.playerId(), sessionId, Optional.empty(), command, List.of(news), sweptAt);
        return switch (live.end(end)) {
            case EndOutcome.ENDED, EndOutcome.ALREADY_ENDED -> SignOut.SIGNED_OUT;
        };
    }
}
