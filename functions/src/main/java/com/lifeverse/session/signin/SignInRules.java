package com.lifeverse.session.signin;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.IdempotencyMark;
import com.lifeverse.session.Platform;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionEvents;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.Ending;
import com.lifeverse.session.live.LastEnd;
import com.lifeverse.session.live.LivePlayer;
import com.lifeverse.session.live.SessionStart;
import com.lifeverse.session.live.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which session a sign-in leads to, under the policy's rule for sessions at once; a repetition finds the one it started. */
final class SignInRules {
    /** What to do. */
    sealed interface Decision {
        /** Make this write. */
        record Start(SessionStart write) implements Decision {}

        /** It was done before: nothing to write, nothing to tell. */
        record Repeat(Session session, long notices, long tokenEpoch) implements Decision {}

        /** Answer this without a write. */
        record Refuse(SignInOutcome outcome) implements Decision {}
    }

    private SignInRules() {}

    /**
     * What this sign-in leads to.
     *
     * @param asked the family that an earlier attempt of it has asked for: if it is there, it is the answer
     * @param ids for what is to be made now
     */
    static Decision decide(
            String playerId,
            Optional<LivePlayer> live,
            SignInCommand command,
            String asked,
            FreshIds ids,
            Instant now,
            SessionPolicy policy) {
        var standing = live.map(LivePlayer::standing).orElse(Standing.CLEAR);
        var ban = standing.ban().filter(pronounced -> pronounced.inForce(now));
        if (ban.isPresent()) {
            return new Decision.Refuse(new SignInOutcome.Banned(ban.get()));
        }
        if (standing.erasingSince().isPresent()) {
            return new Decision.Refuse(new SignInOutcome.Erasing());
        }
        var sessions = live.map(LivePlayer::sessions).orElse(List.of());
        var mark = command.mark();
        for (var session : sessions) {
            boolean own = session.family().equals(asked);
            if (own || (sameKey(session, mark) && !policy.lapsed(session, now))) {
                return own || session.mark().equals(mark)
                        ? new Decision.Repeat(
                                session, live.map(LivePlayer::notices).orElse(0L), standing.tokenEpoch())
                        : new Decision.Refuse(new SignInOutcome.KeyReused());
            }
        }
        var over = command.sessionOf(playerId).flatMap(named -> over(named, sessions, standing, now, policy));
        if (over.isPresent()) {
            return new Decision.Refuse(new SignInOutcome.Over(over.get()));
        }
        return switch (Places.of(sessions, command, now, policy)) {
            case Places.Taken(var session) ->
                new Decision.Refuse(new SignInOutcome.SignedInElsewhere(
                        session.client().platform(),
                        policy.leaseUntil(session.renewAt()).expiresAt()));
            case Places.Free free -> new Decision.Start(start(playerId, live, free, command, ids, false, now, policy));
        };
    }

    /** How the session of that id ended, or went on in other hands, as far as the live item knows; empty if it knows nothing. */
    private static Optional<Ending> over(
            String named, List<Session> sessions, Standing standing, Instant now, SessionPolicy policy) {
        var there =
                sessions.stream().filter(session -> session.id().equals(named)).findFirst();
        return there.<Ending>map(session -> policy.lapsed(session, now)
                        ? new Ending.Because(EndReason.LEASE_EXPIRED, Optional.empty())
                        : new Ending.Moved(session.client().platform()))
                .or(() -> standing.endOf(named).map(end -> new Ending.Because(end.reason(), end.by())));
    }

    /** The first session of a player who is just made. */
    static SessionStart first(String playerId, SignInCommand command, FreshIds ids, Instant now, SessionPolicy policy) {
        return start(playerId, Optional.empty(), Places.Free.NOTHING, command, ids, true, now, policy);
    }

    private static SessionStart start(
            String playerId,
            Optional<LivePlayer> live,
            Places.Free places,
            SignInCommand command,
            FreshIds ids,
            boolean newPlayer,
            Instant now,
            SessionPolicy policy) {
        var session = session(playerId, places, command, ids, newPlayer, now, policy);
        var news = new ArrayList<Envelope>();
        var standing = live.map(LivePlayer::standing).orElse(Standing.CLEAR).withoutBan();
        for (var old : places.ending()) {
            boolean lapsed = policy.lapsed(old, now);
            var reason = lapsed ? EndReason.LEASE_EXPIRED : EndReason.REPLACED;
            var by = lapsed
                    ? Optional.<Platform>empty()
                    : Optional.of(command.client().platform());
            news.add(SessionEvents.ended(
                    ids.events().get(), playerId, old.id(), old.client().platform(), reason, by, now));
            standing = standing.ended(new LastEnd(old.id(), reason, by));
        }
        news.add(places.resumed()
                .map(old -> SessionEvents.resumed(
                        command.resumptionOf(playerId).orElseGet(ids.events()), playerId, old, session))
                .orElseGet(() -> SessionEvents.started(ids.events().get(), playerId, session)));
        return new SessionStart(
                playerId,
                live.map(LivePlayer::lastCommand),
                ids.command(),
                session,
                places.kept(),
                standing,
                news,
                policy.sweptAt(policy.leaseUntil(session.renewAt())));
    }

    private static Session session(
            String playerId,
            Places.Free places,
            SignInCommand command,
            FreshIds ids,
            boolean newPlayer,
            Instant now,
            SessionPolicy policy) {
        var family = ids.command().text();
        var resumed = places.resumed();
        if (resumed.isPresent()) {
            var old = resumed.get();
            var due = policy.leaseFrom(now, old.id(), old.generation()).renewAt();
            return old.movedTo(command.client(), family, command.mark(), now, due);
        }
        var id = command.sessionOf(playerId).orElse(ids.sessionId());
        var due = policy.leaseFrom(now, id, 0).renewAt();
        return new Session(id, family, 0, command.client(), now, now, due, newPlayer, command.mark());
    }

    /**
     * The generation of the refresh token that answers a (repeated) sign-in. It is the first one as long as that still
     * renews; later the caller evidently had its answer, and the first token would now look stolen.
     */
    static long refreshGeneration(Session session) {
        return session.generation() <= session.fence() + 1 ? session.fence() : session.generation();
    }

    private static boolean sameKey(Session session, Optional<IdempotencyMark> mark) {
        return session.mark().isPresent()
                && mark.isPresent()
                && session.mark().get().sameKey(mark.get());
    }
}
