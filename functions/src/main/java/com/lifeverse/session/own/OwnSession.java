package com.lifeverse.session.own;

import com.lifeverse.session.EndReason;
import com.lifeverse.session.Lease;
import com.lifeverse.session.Platform;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionEvents;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.CommandId;
import com.lifeverse.session.live.Ending;
import com.lifeverse.session.live.LastEnd;
import com.lifeverse.session.live.LivePlayer;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.live.LiveSessions.EndOutcome;
import com.lifeverse.session.live.SessionEnd;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A player's own sessions, as the bearer of one of their access tokens sees them. Any other player's is not found. The table
 * decides, so a token whose session has ended, or has changed hands, is refused here however long it would still live.
 */
public final class OwnSession {
    /** What came of looking. */
    public sealed interface Look {
        record Found(Session session, Lease lease, long notices) implements Look {}

        record NotFound() implements Look {}

        record Ended(Ending why) implements Look {}
    }

    /** What came of looking at all of them. */
    public sealed interface LookAround {
        record Seen(List<Session> sessions) implements LookAround {}

        record Ended(Ending why) implements LookAround {}
    }

    /** What came of signing out. */
    public sealed interface SignOut {
        record SignedOut() implements SignOut {}

        record NotFound() implements SignOut {}

        /** The bearer's own session is over, so it ends no other. */
        record Ended(Ending why) implements SignOut {}
    }

    private final LiveSessions live;
    private final SessionPolicy policy;

    public OwnSession(LiveSessions live, SessionPolicy policy) {
        this.live = live;
        this.policy = policy;
    }

    /** The bearer's session as it is now: one read. */
    public Look look(Bearer bearer, String sessionId, Instant now) {
        if (!bearer.sessionId().equals(sessionId)) {
            return new Look.NotFound();
        }
        var player = live.read(bearer.playerId());
        var session = held(player, bearer, now);
        return session.isPresent() && player.isPresent()
                ? new Look.Found(
                        session.get(),
                        policy.leaseUntil(session.get().renewAt()),
                        player.get().notices())
                : new Look.Ended(Ending.of(player, sessionId, now, policy));
    }

    /** All sessions of the player that are alive: one read. */
    public LookAround lookAround(Bearer bearer, Instant now) {
        var player = live.read(bearer.playerId());
        if (player.isEmpty() || held(player, bearer, now).isEmpty()) {
            return new LookAround.Ended(Ending.of(player, bearer.sessionId(), now, policy));
        }
        return new LookAround.Seen(player.get().sessions().stream()
                .filter(session -> !policy.lapsed(session, now))
                .toList());
    }

    /**
     * Ends a session of the player. The bearer's own costs one write, and that it has ended already is fine; another one
     * costs a read before.
     */
    public SignOut signOut(Bearer bearer, String sessionId, Supplier<UUID> ids, Instant now) {
        if (bearer.sessionId().equals(sessionId)) {
            var last = LastEnd.of(sessionId, EndReason.SIGNED_OUT);
            return end(bearer, sessionId, bearer.platform(), Optional.of(bearer.generation()), last, ids, now);
        }
        var player = live.read(bearer.playerId());
        if (held(player, bearer, now).isEmpty()) {
            return new SignOut.Ended(Ending.of(player, bearer.sessionId(), now, policy));
        }
        var other = player.flatMap(found -> found.session(sessionId)).filter(found -> !policy.lapsed(found, now));
        if (other.isEmpty()) {
            return new SignOut.NotFound();
        }
        var last = new LastEnd(sessionId, EndReason.SIGNED_OUT, Optional.of(bearer.platform()));
        return end(bearer, sessionId, other.get().client().platform(), Optional.empty(), last, ids, now);
    }

    private SignOut end(
            Bearer bearer,
            String sessionId,
            Platform platform,
            Optional<Long> generation,
            LastEnd last,
            Supplier<UUID> ids,
            Instant now) {
        var command = CommandId.of(ids.get());
        var news = SessionEvents.ended(
                ids.get(), bearer.playerId(), sessionId, platform, EndReason.SIGNED_OUT, last.by(), now);
        var sweptAt = policy.sweptAt(policy.leaseUntil(now));
        var end = new SessionEnd(
                bearer.playerId(), sessionId, Optional.empty(), generation, last, command, List.of(news), sweptAt);
        return switch (live.end(end)) {
            case EndOutcome.ENDED, EndOutcome.ALREADY_ENDED -> new SignOut.SignedOut();
            case EndOutcome.MOVED -> {
                var player = live.read(bearer.playerId());
                yield new SignOut.Ended(Ending.of(player, sessionId, now, policy));
            }
        };
    }

    /** The bearer's session, if their token still stands for it. */
    private Optional<Session> held(Optional<LivePlayer> player, Bearer bearer, Instant now) {
        return player.flatMap(found -> bearer.heldIn(found, now, policy));
    }
}
