package com.lifeverse.session.renew;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionEvents;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.CommandId;
import com.lifeverse.session.live.Ending;
import com.lifeverse.session.live.LivePlayer;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.live.LiveSessions.RenewalOutcome.Renewed;
import com.lifeverse.session.live.LiveSessions.RenewalOutcome.Unmatched;
import com.lifeverse.session.live.PastEnds;
import com.lifeverse.session.live.Renewal;
import com.lifeverse.session.live.SessionEnd;
import com.lifeverse.session.token.RefreshToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Renews a session by one conditional write and no read. A token that comes again gets the same successor, until that is
 * first used; if it comes after that, the family ends. It ends too when it is older than any may become.
 */
public final class Renew {
    private final LiveSessions live;
    private final PastEnds past;
    private final SessionPolicy policy;

    /** Where nothing is known but what the live item says. */
    public Renew(LiveSessions live, SessionPolicy policy) {
        this(live, PastEnds.NONE, policy);
    }

    public Renew(LiveSessions live, PastEnds past, SessionPolicy policy) {
        this.live = live;
        this.past = past;
        this.policy = policy;
    }

    public RenewOutcome handle(RefreshToken token, Supplier<UUID> ids, Instant now) {
        if (token.expired(now, policy)) {
            return expired(token, ids, now);
        }
        var lease = policy.leaseFrom(now, token.sessionId(), token.generation() + 1);
        var renewal = new Renewal(
                token.playerId(),
                token.sessionId(),
                token.family(),
                token.generation(),
                CommandId.of(ids.get()),
                now,
                lease.renewAt(),
                policy.earliestDue(now),
                policy.sweptAt(lease));
        return switch (live.renew(renewal)) {
            case Renewed(var before) -> renewed(token, renewal, before);
            case Unmatched(var current) -> refused(token, current, ids, now);
        };
    }

    private RenewOutcome renewed(RefreshToken token, Renewal renewal, LivePlayer before) {
        var session = before.session(token.sessionId())
                .orElseThrow(() -> new IllegalStateException("A write renewed a session that was not there"));
        // A retry may have lost the answer that brought the access token, so its answer brings one in any case.
        boolean retry = session.generation() == renewal.next();
        return new RenewOutcome.Renewed(
                token.successor(),
                session.client(),
                before.standing().tokenEpoch(),
                retry || policy.accessTokenDue(session, renewal.now()),
                policy.leaseUntil(renewal.renewAt()),
                before.notices());
    }

    // The one case that reads first: it happens once a sign-in, and whoever asks why must hear it.
    private RenewOutcome expired(RefreshToken token, Supplier<UUID> ids, Instant now) {
        live.read(token.playerId())
                .flatMap(player -> player.session(token.sessionId()))
                .filter(session -> session.family().equals(token.family()) && !policy.lapsed(session, now))
                .ifPresent(session -> {
                    var news = List.of(ended(token, session, EndReason.SIGN_IN_EXPIRED, ids, now));
                    end(token, EndReason.SIGN_IN_EXPIRED, news, ids, now);
                });
        return new RenewOutcome.Expired();
    }

    private RenewOutcome refused(RefreshToken token, Optional<LivePlayer> current, Supplier<UUID> ids, Instant now) {
        var reused = current.flatMap(player -> player.session(token.sessionId()))
                .filter(session -> session.family().equals(token.family()))
                .filter(session -> session.generation() > token.generation() + 1)
                .filter(session -> !policy.lapsed(session, now));
        if (reused.isEmpty()) {
            return new RenewOutcome.Ended(why(token, current, now));
        }
        var session = reused.get();
        var news = List.of(
                SessionEvents.refreshReused(ids.get(), token.playerId(), session, token.generation(), now),
                ended(token, session, EndReason.REFRESH_TOKEN_REUSED, ids, now));
        end(token, EndReason.REFRESH_TOKEN_REUSED, news, ids, now);
        return new RenewOutcome.Reused();
    }

    // So many may have ended since that the item knows no more of this one; who is refused for good hears why all the
    // same.
    private Ending why(RefreshToken token, Optional<LivePlayer> current, Instant now) {
        var known = Ending.of(current, token.sessionId(), now, policy);
        return known instanceof Ending.Forgotten
                ? past.of(token.sessionId()).map(PastEnds.Past::why).orElse(known)
                : known;
    }

    private static Envelope ended(
            RefreshToken token, Session session, EndReason reason, Supplier<UUID> ids, Instant now) {
        return SessionEvents.ended(
                ids.get(), token.playerId(), session.id(), session.client().platform(), reason, now);
    }

    // That somebody else ended it first is as good: it has ended, and was told once.
    private void end(RefreshToken token, EndReason reason, List<Envelope> news, Supplier<UUID> ids, Instant now) {
        live.end(new SessionEnd(
                token.playerId(),
                token.sessionId(),
                Optional.of(token.family()),
                reason,
                CommandId.of(ids.get()),
                news,
                policy.sweptAt(policy.leaseUntil(now))));
    }
}
