package com.lifeverse.session.handoff;

import com.lifeverse.session.Client;
import com.lifeverse.session.Concurrency;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionEvents;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.handoff.HandOff.Taking;
import com.lifeverse.session.live.CommandId;
import com.lifeverse.session.live.LastEnd;
import com.lifeverse.session.live.LiveChange;
import com.lifeverse.session.live.LivePlayer;
import com.lifeverse.session.signin.SignInOutcome.SignedIn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What using a code leads to. */
final class HandOffRules {
    /** What to do. */
    sealed interface Decision {
        /** Answer this without a write. */
        record Answer(Taking taking) implements Decision {}

        /** Make this write, then answer with the session. */
        record Move(LiveChange change, SignedIn signedIn) implements Decision {}
    }

    private HandOffRules() {}

    /**
     * What it leads to.
     *
     * @param mine the family that this code on this device leads to, always the same
     */
    static Decision decide(
            HandOffCode code,
            Optional<LivePlayer> seen,
            String mine,
            Client client,
            Supplier<UUID> ids,
            Instant now,
            SessionPolicy policy) {
        var ban = seen.flatMap(player -> player.standing().ban()).filter(pronounced -> pronounced.inForce(now));
        if (ban.isPresent()) {
            return new Decision.Answer(new Taking.Banned(ban.get()));
        }
        var session =
                seen.flatMap(player -> player.session(code.sessionId())).filter(found -> !policy.lapsed(found, now));
        if (seen.isEmpty() || session.isEmpty()) {
            return new Decision.Answer(new Taking.Invalid());
        }
        var player = seen.get();
        var held = session.get();
        if (held.family().equals(mine) && held.generation() <= held.fence() + 1) {
            return new Decision.Answer(new Taking.Taken(signedIn(player, held)));
        }
        return held.family().equals(code.family())
                ? move(player, held, mine, client, ids, now, policy)
                : new Decision.Answer(new Taking.Invalid());
    }

    private static Decision move(
            LivePlayer player,
            Session held,
            String mine,
            Client client,
            Supplier<UUID> ids,
            Instant now,
            SessionPolicy policy) {
        var lease = policy.leaseFrom(now, held.id(), held.generation());
        var moved = held.movedTo(client, mine, Optional.empty(), now, lease.renewAt());
        var sessions = new ArrayList<Session>(List.of(moved));
        var news = new ArrayList<>(List.of(SessionEvents.resumed(ids.get(), player.playerId(), held, moved)));
        var standing = player.standing();
        for (var other : player.sessions()) {
            if (other.id().equals(held.id())) {
                continue;
            }
            if (inTheWay(other, client, policy)) {
                var by = Optional.of(client.platform());
                standing = standing.ended(new LastEnd(other.id(), EndReason.REPLACED, by));
                news.add(SessionEvents.ended(
                        ids.get(),
                        player.playerId(),
                        other.id(),
                        other.client().platform(),
                        EndReason.REPLACED,
                        by,
                        now));
            } else {
                sessions.add(other);
            }
        }
        var change = new LiveChange(
                player.playerId(),
                Optional.of(player.lastCommand()),
                CommandId.of(ids.get()),
                sessions,
                standing,
                news,
                now.getEpochSecond(),
                Optional.of(policy.sweptAt(lease)));
        return new Decision.Move(change, signedIn(player, moved));
    }

    // What is already on the device, or on its platform where there is one place a platform.
    private static boolean inTheWay(Session other, Client client, SessionPolicy policy) {
        return other.client().device().equals(client.device())
                || (policy.concurrency().scope() == Concurrency.Scope.PLATFORM
                        && other.client().platform() == client.platform());
    }

    private static SignedIn signedIn(LivePlayer player, Session session) {
        return new SignedIn(
                player.playerId(),
                session,
                session.fence(),
                player.notices(),
                player.standing().tokenEpoch());
    }
}
