package com.lifeverse.session.group.desk;

import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.command.GroupCommand;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What becomes of seats as the session that they came with loses its connection, gets it back, or ends. Where a session has a
 * connection, its player is there as long as that is open; where it has none, as long as the session lives.
 */
public final class SessionSeats {
    /** Which sessions have a connection. */
    @FunctionalInterface
    public interface Connected {
        /** True if the session has a connection now, read consistently. */
        boolean isConnected(String playerId, String sessionId);
    }

    private final GroupDesk desk;
    private final Memberships memberships;
    private final Connected connections;
    private final GroupPolicy policy;

    public SessionSeats(GroupDesk desk, Memberships memberships, Connected connections, GroupPolicy policy) {
        this.desk = desk;
        this.memberships = memberships;
        this.connections = connections;
        this.policy = policy;
    }

    /**
     * Disconnects the player's seats that came with the session, which is over and never comes back.
     *
     * @throws Contended if that was not possible now; doing it again is safe
     */
    public void ended(String playerId, String sessionId, Supplier<UUID> ids, Instant now) {
        ask(new GroupCommand.Disconnect(playerId, Optional.of(sessionId), Optional.empty()), playerId, ids, now);
    }

    /**
     * Makes the seats follow the session's connection as it is, whatever was heard of it and in whatever order.
     *
     * @param lostAt when a connection was lost, if that is what was heard; who has connected since is there
     * @throws Contended if that was not possible now; doing it again is safe
     */
    public void follow(String playerId, String sessionId, Optional<Instant> lostAt, Supplier<UUID> ids, Instant now) {
        boolean connected = connections.isConnected(playerId, sessionId);
        var lost = lostAt;
        for (int attempt = 0; attempt < policy.attempts(); attempt++) {
            if (connected) {
                ask(new GroupCommand.Return(playerId, sessionId), playerId, ids, now);
            } else if (lost.isPresent()) {
                ask(new GroupCommand.Disconnect(playerId, Optional.of(sessionId), lost), playerId, ids, now);
            }
            // It may have come or gone while the seats were written.
            boolean still = connections.isConnected(playerId, sessionId);
            if (still == connected) {
                return;
            }
            connected = still;
            lost = Optional.of(now);
        }
        throw new Contended(sessionId);
    }

    private void ask(GroupCommand command, String playerId, Supplier<UUID> ids, Instant now) {
        for (var group : memberships.of(playerId, policy.ownLongest())) {
            switch (desk.ask(group, Optional.empty(), _ -> command, Optional.of(playerId), ids, now)) {
                case GroupOutcome.Done _, GroupOutcome.NotFound _, GroupOutcome.Refused _, GroupOutcome.Stale _ -> {
                    // It is so, or there is no such seat.
                }
                case GroupOutcome.Contended() -> throw new Contended(group);
            }
        }
    }
}
