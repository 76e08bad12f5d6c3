package com.lifeverse.session.signin;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.IdempotencyMark;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionEvents;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.LivePlayer;
import com.lifeverse.session.live.SessionStart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which session a sign-in leads to: the newest wins, and a repetition finds the one it started. */
final class SignInRules {
    /** What to do. */
    sealed interface Decision {
        /** Make this write. */
        record Start(SessionStart write) implements Decision {}

        /** It was done before: nothing to write, nothing to tell. */
        record Repeat(Session session, long notices) implements Decision {}

        /** Refuse: the key stands for another request. */
        record Refuse() implements Decision {}
    }

    private SignInRules() {}

    /**
     * What this sign-in leads to.
     *
     * @param asked the session that an earlier attempt of it has asked for: if it is there, it is the answer
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
        var mark = command.mark();
        for (var session : live.map(LivePlayer::sessions).orElse(List.of())) {
            boolean own = session.id().equals(asked);
            if (own || (sameKey(session, mark) && !policy.lapsed(session, now))) {
                return own || session.mark().equals(mark)
                        ? new Decision.Repeat(
                                session, live.map(LivePlayer::notices).orElse(0L))
                        : new Decision.Refuse();
            }
        }
        return new Decision.Start(start(playerId, live, command, ids, false, now, policy));
    }

    static SessionStart start(
            String playerId,
            Optional<LivePlayer> live,
            SignInCommand command,
            FreshIds ids,
            boolean newPlayer,
            Instant now,
            SessionPolicy policy) {
        var lease = policy.leaseFrom(now, ids.sessionId(), 0);
        var session = new Session(
                ids.sessionId(),
                ids.command().text(),
                0,
                command.client(),
                now,
                now,
                lease.renewAt(),
                newPlayer,
                command.mark());
        var news = new ArrayList<Envelope>();
        for (var old : live.map(LivePlayer::sessions).orElse(List.of())) {
            var reason = policy.lapsed(old, now) ? EndReason.LEASE_EXPIRED : EndReason.REPLACED;
            news.add(SessionEvents.ended(
                    ids.events().get(), playerId, old.id(), old.client().platform(), reason, now));
        }
        news.add(SessionEvents.started(ids.events().get(), playerId, session));
        return new SessionStart(
                playerId, live.map(LivePlayer::lastCommand), ids.command(), session, news, policy.sweptAt(lease));
    }

    /**
     * The generation of the refresh token that answers a (repeated) sign-in. It is the first one as long as that still
     * renews; later the caller evidently had its answer, and the first token would now look stolen.
     */
    static long refreshGeneration(Session session) {
        return session.generation() <= 1 ? 0 : session.generation();
    }

    private static boolean sameKey(Session session, Optional<IdempotencyMark> mark) {
        return session.mark().isPresent()
                && mark.isPresent()
                && session.mark().get().sameKey(mark.get());
    }
}
