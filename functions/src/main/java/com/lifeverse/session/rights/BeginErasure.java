package com.lifeverse.session.rights;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.SessionEvents;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.CommandId;
import com.lifeverse.session.live.LastEnd;
import com.lifeverse.session.live.LiveChange;
import com.lifeverse.session.live.LivePlayer;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome.Changed;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome.Overtaken;
import com.lifeverse.session.live.Standing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Ends all sessions of a player who is to be erased, calls back their tokens, and closes the door behind them, in one write: nobody
 * signs in as that player from then on. Doing it again changes nothing.
 */
public final class BeginErasure {
    private final LiveSessions live;
    private final SessionPolicy policy;

    public BeginErasure(LiveSessions live, SessionPolicy policy) {
        this.live = live;
        this.policy = policy;
    }

    /**
     * Does it: one read and one write.
     *
     * @throws IllegalStateException if others wrote the same item each time; doing it again is safe
     */
    public void handle(String playerId, Supplier<UUID> ids, Instant now) {
        var seen = live.read(playerId);
        for (int attempt = 0; attempt < policy.attempts(); attempt++) {
            if (seen.filter(BeginErasure::begun).isPresent()) {
                return;
            }
            switch (live.change(change(playerId, seen, ids, now))) {
                case Changed() -> {
                    return;
                }
                case Overtaken(var current) -> seen = current;
            }
        }
        throw new IllegalStateException("The player's sessions changed at every attempt");
    }

    private static boolean begun(LivePlayer player) {
        return player.standing().erasingSince().isPresent() && player.sessions().isEmpty();
    }

    private static LiveChange change(String playerId, Optional<LivePlayer> seen, Supplier<UUID> ids, Instant now) {
        var before = seen.map(LivePlayer::standing).orElse(Standing.CLEAR);
        var standing = before.nextEpoch().erasing(now.truncatedTo(ChronoUnit.SECONDS));
        var news = new ArrayList<Envelope>();
        for (var session : seen.map(LivePlayer::sessions).orElse(List.of())) {
            standing = standing.ended(LastEnd.of(session.id(), EndReason.ERASED));
            news.add(SessionEvents.ended(
                    ids.get(), playerId, session.id(), session.client().platform(), EndReason.ERASED, now));
        }
        news.add(SessionEvents.revoked(
                ids.get(), playerId, EndReason.ERASED, standing.tokenEpoch(), Optional.empty(), now));
        return new LiveChange(
                playerId,
                seen.map(LivePlayer::lastCommand),
                CommandId.of(ids.get()),
                List.of(),
                standing,
                news,
                now.getEpochSecond(),
                Optional.empty());
    }
}
