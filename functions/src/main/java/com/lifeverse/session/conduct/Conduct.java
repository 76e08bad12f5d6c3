package com.lifeverse.session.conduct;

import com.lifeverse.session.EndReason;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.Ban;
import com.lifeverse.session.live.LiveChange;
import com.lifeverse.session.live.LivePlayer;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome.Changed;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome.Overtaken;
import com.lifeverse.session.signin.Players;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What staff do about a player: look, end all sessions, ban, lift a ban. Each is durable with its one write; a renewal or a
 * sign-in behind it is refused with the reason.
 */
public final class Conduct {
    /** What came of it. */
    public sealed interface Outcome {
        /**
         * It holds.
         *
         * @param live what stands in the live item now; empty if there is none
         */
        record Done(Optional<LivePlayer> live) implements Outcome {}

        record NoSuchPlayer() implements Outcome {}

        /** Others wrote the same item each time; trying again will help. */
        record Contended() implements Outcome {}
    }

    private static final Revocation.Cause KICK =
            new Revocation.Cause(EndReason.KICKED, Optional.empty(), Optional.empty());

    private final Players players;
    private final LiveSessions live;
    private final SessionPolicy policy;

    public Conduct(Players players, LiveSessions live, SessionPolicy policy) {
        this.players = players;
        this.live = live;
        this.policy = policy;
    }

    /** How the player stands: one or two reads. */
    public Outcome look(String playerId) {
        var seen = live.read(playerId);
        return seen.isPresent() || players.exists(playerId) ? new Outcome.Done(seen) : new Outcome.NoSuchPlayer();
    }

    /** Ends all sessions; the player may sign in again. */
    public Outcome kick(String playerId, Supplier<UUID> ids, Instant now) {
        return write(playerId, seen -> Revocation.all(playerId, seen, KICK, ids, now, policy));
    }

    /** Ends all sessions, and none starts until the ban is over or lifted; a ban that is there is replaced. */
    public Outcome ban(String playerId, Ban ban, Supplier<UUID> ids, Instant now) {
        var cause = new Revocation.Cause(EndReason.BANNED, Optional.empty(), Optional.of(ban));
        return write(playerId, seen -> Revocation.all(playerId, seen, cause, ids, now, policy));
    }

    /** Lifts the ban; none is fine. */
    public Outcome pardon(String playerId, Supplier<UUID> ids, Instant now) {
        var looked = look(playerId);
        var banned = looked instanceof Outcome.Done(var seen)
                && seen.flatMap(found -> found.standing().ban()).isPresent();
        return banned ? write(playerId, seen -> Revocation.pardon(playerId, seen, ids, now, policy)) : looked;
    }

    private Outcome write(String playerId, Function<Optional<LivePlayer>, LiveChange> decide) {
        var seen = live.read(playerId);
        if (seen.isEmpty() && !players.exists(playerId)) {
            return new Outcome.NoSuchPlayer();
        }
        for (int attempt = 0; attempt < policy.attempts(); attempt++) {
            var change = decide.apply(seen);
            switch (live.change(change)) {
                case Changed() -> {
                    return new Outcome.Done(live.read(playerId));
                }
                case Overtaken(var current) -> seen = current;
            }
        }
        return new Outcome.Contended();
    }
}
