package com.lifeverse.session.census;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionEvents;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.CommandId;
import com.lifeverse.session.live.LastEnd;
import com.lifeverse.session.live.LiveChange;
import com.lifeverse.session.live.LivePlayer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What a sweep does about what it finds. */
final class CensusRules {
    private CensusRules() {}

    /** The write that ends what nobody has renewed; empty if there is nothing of that kind. It tells each end once. */
    static Optional<LiveChange> endings(LivePlayer player, Supplier<UUID> ids, Instant now, SessionPolicy policy) {
        var over = player.sessions().stream()
                .filter(session -> policy.lapsed(session, now))
                .toList();
        if (over.isEmpty()) {
            return Optional.empty();
        }
        var left = new ArrayList<>(player.sessions());
        left.removeAll(over);
        var news = new ArrayList<Envelope>();
        var standing = player.standing();
        for (var session : over) {
            standing = standing.ended(LastEnd.of(session.id(), EndReason.LEASE_EXPIRED));
            news.add(SessionEvents.ended(
                    ids.get(),
                    player.playerId(),
                    session.id(),
                    session.client().platform(),
                    EndReason.LEASE_EXPIRED,
                    now));
        }
        return Optional.of(new LiveChange(
                player.playerId(),
                Optional.of(player.lastCommand()),
                CommandId.of(ids.get()),
                left,
                standing,
                news,
                player.notices(),
                sweptAt(player, left, now, policy)));
    }

    /** True if nothing is to be remembered of a player any more. */
    static boolean forgettable(Register.Entry entry, Instant now, SessionPolicy policy, CensusPolicy census) {
        // The broom's time is a fixed while after the last change; an item that must stay has none.
        return entry.player().sessions().isEmpty()
                && entry.sweptAt()
                        .map(at -> at.minus(policy.sweepAfter()).plus(census.remembered()))
                        .filter(at -> at.isBefore(now))
                        .isPresent();
    }

    private static Optional<Instant> sweptAt(LivePlayer player, List<Session> left, Instant now, SessionPolicy policy) {
        var ban = player.standing().ban();
        if (player.standing().stays()) {
            return Optional.empty();
        }
        var latest = left.stream().map(Session::renewAt).reduce(now, (one, other) -> one.isAfter(other) ? one : other);
        var sessions = policy.sweptAt(policy.leaseUntil(latest));
        return Optional.of(ban.flatMap(each -> each.until())
                .map(until -> policy.sweptAt(policy.leaseUntil(until)))
                .filter(until -> until.isAfter(sessions))
                .orElse(sessions));
    }
}
