package com.lifeverse.session.group.desk;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.Hands;
import com.lifeverse.session.group.MemberTraits;
import com.lifeverse.session.group.command.GroupCommand;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What becomes of a player's seats, in all their groups, as their session loses its connection, gets it back, changes hands or ends, and
 * as they wish something else. Where a session has a connection, its player is there as long as that is open; where it has none, as long
 * as the session lives. It counts how things are when this is asked, whatever was heard of them and in whatever order.
 */
public final class SessionSeats {
    /** What is known of sessions now, read consistently. */
    public interface Sessions {
        /** True if the session has a connection. */
        boolean isConnected(String playerId, String sessionId);

        /** In whose hands the session is; empty if it is over. */
        Optional<Hands> hands(String playerId, String sessionId);
    }

    private final GroupDesk desk;
    private final Memberships memberships;
    private final Sessions sessions;
    private final MemberTraits traits;
    private final GroupPolicy policy;

    public SessionSeats(
            GroupDesk desk, Memberships memberships, Sessions sessions, MemberTraits traits, GroupPolicy policy) {
        this.desk = desk;
        this.memberships = memberships;
        this.sessions = sessions;
        this.traits = traits;
        this.policy = policy;
    }

    /**
     * Sees to the seats, in as many groups as one walk goes through.
     *
     * @return what is left of the walk; empty if it is done
     * @throws Contended if that was not possible now; doing it again is safe
     */
    public Optional<SeatWalk> see(SeatWalk walk, Supplier<UUID> ids, Instant now) {
        var player = walk.playerId();
        return switch (walk.kind()) {
            case ENDED ->
                through(walk, new GroupCommand.Disconnect(player, walk.sessionId(), Optional.empty()), ids, now);
            case CONNECTION -> follow(walk, walk.sessionId().orElseThrow(), ids, now);
            case HANDED_OVER ->
                hands(walk)
                        .flatMap(hands -> through(
                                walk,
                                new GroupCommand.HandOver(
                                        player, walk.sessionId().orElseThrow(), hands),
                                ids,
                                now));
            case WISHED -> {
                var savedAt = walk.at().orElseThrow();
                // Asked anew at each attempt, so that an older wish never stands over a newer.
                yield through(walk, _ -> new GroupCommand.Wish(player, traits.of(player), savedAt), ids, now);
            }
        };
    }

    private Optional<SeatWalk> follow(SeatWalk walk, String sessionId, Supplier<UUID> ids, Instant now) {
        var player = walk.playerId();
        boolean connected = sessions.isConnected(player, sessionId);
        var lost = walk.at();
        for (int attempt = 0; attempt < policy.attempts(); attempt++) {
            Optional<GroupCommand> command = connected
                    ? hands(walk).map(hands -> new GroupCommand.Return(player, sessionId, hands))
                    : lost.map(at -> new GroupCommand.Disconnect(player, Optional.of(sessionId), Optional.of(at)));
            var left = command.flatMap(asked -> through(walk, asked, ids, now));
            // It may have come or gone while the seats were written.
            boolean still = sessions.isConnected(player, sessionId);
            if (still == connected) {
                return left;
            }
            connected = still;
            lost = Optional.of(now);
        }
        throw new Contended(sessionId);
    }

    private Optional<Hands> hands(SeatWalk walk) {
        return sessions.hands(walk.playerId(), walk.sessionId().orElseThrow());
    }

    private Optional<SeatWalk> through(SeatWalk walk, GroupCommand command, Supplier<UUID> ids, Instant now) {
        return through(walk, _ -> command, ids, now);
    }

    private Optional<SeatWalk> through(
            SeatWalk walk, Function<Group, GroupCommand> asked, Supplier<UUID> ids, Instant now) {
        var after = walk.after();
        for (int page = 0; page < policy.walk(); page++) {
            var found = memberships.of(walk.playerId(), after, policy.page());
            found.forEach(group -> ask(group, asked, walk.playerId(), ids, now));
            after = OwnGroups.next(found, policy.page());
            if (after.isEmpty()) {
                return Optional.empty();
            }
        }
        return after.map(walk::behind);
    }

    private void ask(
            String group, Function<Group, GroupCommand> asked, String playerId, Supplier<UUID> ids, Instant now) {
        switch (desk.ask(group, Optional.empty(), asked, Optional.of(playerId), ids, now)) {
            case GroupOutcome.Done(var shown) -> tidy(shown, playerId);
            case GroupOutcome.Refused(var _, var shown) -> tidy(shown, playerId);
            case GroupOutcome.Stale(var shown) -> tidy(shown, playerId);
            case GroupOutcome.NotFound() -> {
                // It was swept away, or is just being made.
            }
            case GroupOutcome.Contended() -> throw new Contended(group);
        }
    }

    private void tidy(Group shown, String playerId) {
        if (!shown.seats(playerId)) {
            desk.own().tidy(playerId, shown.id());
        }
    }
}
