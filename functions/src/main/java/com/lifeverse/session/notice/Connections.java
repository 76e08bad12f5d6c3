package com.lifeverse.session.notice;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which session is reached by which connection. An outage is an exception and never looks like absence. */
public interface Connections {
    /** Keeps a ticket, in place of an earlier one of that session: one write unit. */
    void offer(Offer offer);

    /** Uses up the ticket and keeps the connection: two write units, three if it replaces one; one if the ticket is not good. */
    Opened open(Opening opening);

    /** The connection of that id, if it is the one of its session: at most two read units. */
    Optional<Connection> find(String connectionId);

    /** The connections of a player's sessions: one read unit. */
    List<Connection> of(String playerId);

    /** Forgets a connection, if it still is the one of its session: two write units. */
    Closed close(Closing closing);

    /** Forgets all of a session that has ended, an unused ticket too: one write unit, two if it had a connection. */
    void forget(String playerId, String sessionId);

    /** A ticket that may be used until then; {@code hash} is what is kept of it. */
    record Offer(String playerId, String sessionId, String hash, Instant until, Instant sweptAt) {}

    /** A ticket that is handed in for this connection, and what the write tells if it is good. */
    record Opening(Ticket ticket, String connectionId, Instant now, Instant sweptAt, List<Envelope> news) {
        public Opening {
            news = List.copyOf(news);
        }
    }

    /** A connection that is over, and what the write tells. */
    record Closing(Connection connection, Instant sweptAt, List<Envelope> news) {
        public Closing {
            news = List.copyOf(news);
        }
    }

    /** What came of an opening. */
    sealed interface Opened {
        /** It is open; {@code replaced} was the session's connection before. */
        record Fresh(Optional<String> replaced) implements Opened {}

        /** The ticket was used before, is too old, or is none. */
        record Refused() implements Opened {}
    }

    /** What came of a closing. */
    enum Closed {
        CLOSED,
        /** The session has another connection meanwhile, or none. */
        ALREADY_CLOSED
    }
}
