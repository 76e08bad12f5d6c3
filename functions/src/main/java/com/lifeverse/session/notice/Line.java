package com.lifeverse.session.notice;

import com.lifeverse.session.notice.Connections.Closed;
import com.lifeverse.session.notice.Connections.Closing;
import com.lifeverse.session.notice.Connections.Offer;
import com.lifeverse.session.notice.Connections.Opened;
import com.lifeverse.session.notice.Connections.Opening;
import com.lifeverse.session.notice.NoticeEvents.Reason;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** How a session gets a connection and loses it. The gateway says when; what it says can come twice or never. */
public final class Line {
    /** A ticket and how long it can be used. */
    public record Issued(Ticket ticket, Instant expiresAt) {}

    private final Connections connections;
    private final NoticePolicy policy;

    public Line(Connections connections, NoticePolicy policy) {
        this.connections = connections;
        this.policy = policy;
    }

    /** A new ticket; the one before it can no longer be used. */
    public Issued issue(String playerId, String sessionId, long generation, Supplier<UUID> ids, Instant now) {
        var ticket = Ticket.fresh(playerId, sessionId, generation, ids);
        var until = now.plus(policy.ticketLife());
        connections.offer(new Offer(playerId, sessionId, ticket.hash(), until, policy.sweptAt(now)));
        return new Issued(ticket, until);
    }

    /** A client hands in a ticket. */
    public Opened open(Ticket ticket, String connectionId, Supplier<UUID> ids, Instant now) {
        var news = NoticeEvents.connected(ids.get(), ticket.playerId(), ticket.sessionId(), now);
        return connections.open(new Opening(ticket, connectionId, now, policy.sweptAt(now), List.of(news)));
    }

    /** The gateway says that a connection is over. */
    public Closed close(String connectionId, Supplier<UUID> ids, Instant now) {
        return connections
                .find(connectionId)
                .map(connection -> close(connection, Reason.CLOSED, ids, now))
                .orElse(Closed.ALREADY_CLOSED);
    }

    /** A notice could not be sent, for the gateway knows no such connection. One that is just being opened stays. */
    Closed gone(Connection connection, Supplier<UUID> ids, Instant now) {
        return policy.settled(connection, now) ? close(connection, Reason.GONE, ids, now) : Closed.ALREADY_CLOSED;
    }

    private Closed close(Connection connection, Reason reason, Supplier<UUID> ids, Instant now) {
        var news = NoticeEvents.disconnected(ids.get(), connection, reason, now);
        return connections.close(new Closing(connection, policy.sweptAt(now), List.of(news)));
    }
}
