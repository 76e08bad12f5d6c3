package com.lifeverse.session.conduct;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.Platform;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionEvents;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.Ban;
import com.lifeverse.session.live.CommandId;
import com.lifeverse.session.live.LastEnd;
import com.lifeverse.session.live.LiveChange;
import com.lifeverse.session.live.LivePlayer;
import com.lifeverse.session.live.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Ends all sessions of a player and calls back all their tokens, in one write, so that no crash can undo a part of it. */
final class Revocation {
    /**
     * Why it is done.
     *
     * @param by the player's device that does it, if one does
     * @param ban if the player is banned with it
     */
    record Cause(EndReason reason, Optional<Platform> by, Optional<Ban> ban) {}

    private Revocation() {}

    /** The write. */
    static LiveChange all(
            String playerId,
            Optional<LivePlayer> seen,
            Cause cause,
            Supplier<UUID> ids,
            Instant now,
            SessionPolicy policy) {
        var standing = seen.map(LivePlayer::standing).orElse(Standing.CLEAR).nextEpoch();
        var news = new ArrayList<Envelope>();
        for (var session : seen.map(LivePlayer::sessions).orElse(List.of())) {
            var reason = policy.lapsed(session, now) ? EndReason.LEASE_EXPIRED : cause.reason();
            standing = standing.ended(new LastEnd(session.id(), reason, cause.by()));
            news.add(SessionEvents.ended(
                    ids.get(), playerId, session.id(), session.client().platform(), reason, now));
        }
        var until = cause.ban().flatMap(Ban::until);
        news.add(SessionEvents.revoked(ids.get(), playerId, cause.reason(), standing.tokenEpoch(), until, now));
        var after = cause.ban().map(standing::banned).orElse(standing);
        return change(playerId, seen, List.of(), after, news, ids, now, policy);
    }

    /** The write that lifts a ban and leaves all else as it is. */
    static LiveChange pardon(
            String playerId, Optional<LivePlayer> seen, Supplier<UUID> ids, Instant now, SessionPolicy policy) {
        var news = List.of(SessionEvents.pardoned(ids.get(), playerId, now));
        var standing = seen.map(LivePlayer::standing).orElse(Standing.CLEAR).withoutBan();
        var sessions = seen.map(LivePlayer::sessions).orElse(List.of());
        return change(playerId, seen, sessions, standing, news, ids, now, policy);
    }

    private static LiveChange change(
            String playerId,
            Optional<LivePlayer> seen,
            List<Session> sessions,
            Standing standing,
            List<Envelope> news,
            Supplier<UUID> ids,
            Instant now,
            SessionPolicy policy) {
        return new LiveChange(
                playerId,
                seen.map(LivePlayer::lastCommand),
                CommandId.of(ids.get()),
                sessions,
                standing,
                news,
                now.getEpochSecond(),
                sweptAt(standing, now, policy));
    }

    /** A tombstone stays until its ban is over; one without an end stays, and so does what says that an erasure is at work. */
    private static Optional<Instant> sweptAt(Standing standing, Instant now, SessionPolicy policy) {
        if (standing.stays()) {
            return Optional.empty();
        }
        var sweep = policy.sweptAt(policy.leaseUntil(now));
        return Optional.of(standing.ban()
                .flatMap(ban -> ban.until())
                .map(until -> later(policy.sweptAt(policy.leaseUntil(until)), sweep))
                .orElse(sweep));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
