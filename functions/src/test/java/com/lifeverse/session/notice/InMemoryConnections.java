package com.lifeverse.session.notice;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.notice.Connections.Opened.Fresh;
import com.lifeverse.session.notice.Connections.Opened.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Connections in memory, each call as atomic as a conditional write; it keeps all that was ever told. */
final class InMemoryConnections implements Connections {
    private record Key(String playerId, String sessionId) {}

    private final Map<Key, Offer> offers = new LinkedHashMap<>();
    private final Map<Key, Connection> open = new LinkedHashMap<>();
    private final List<Envelope> told = new ArrayList<>();

    List<Envelope> told() {
        return List.copyOf(told);
    }

    @Override
    public void offer(Offer offer) {
        offers.put(new Key(offer.playerId(), offer.sessionId()), offer);
    }

    @Override
    public Opened open(Opening opening) {
        var key = new Key(opening.ticket().playerId(), opening.ticket().sessionId());
        var before = Optional.ofNullable(open.get(key)).map(Connection::id);
        if (before.filter(opening.connectionId()::equals).isPresent()) {
            return new Fresh(Optional.empty());
        }
        var offer = offers.get(key);
        if (offer == null
                || !offer.hash().equals(opening.ticket().hash())
                || !offer.until().isAfter(opening.now())) {
            return new Refused();
        }
        offers.remove(key);
        open.put(key, new Connection(key.playerId(), key.sessionId(), opening.connectionId(), opening.now()));
        told.addAll(opening.news());
        return new Fresh(before);
    }

    @Override
    public Optional<Connection> find(String connectionId) {
        return open.values().stream()
                .filter(connection -> connection.id().equals(connectionId))
                .findFirst();
    }

    @Override
    public List<Connection> of(String playerId) {
        return open.values().stream()
                .filter(connection -> connection.playerId().equals(playerId))
                .toList();
    }

    @Override
    public Closed close(Closing closing) {
        var connection = closing.connection();
        var key = new Key(connection.playerId(), connection.sessionId());
        var current = Optional.ofNullable(open.get(key)).map(Connection::id);
        if (current.filter(connection.id()::equals).isEmpty()) {
            return Closed.ALREADY_CLOSED;
        }
        open.remove(key);
        told.addAll(closing.news());
        return Closed.CLOSED;
    }

    @Override
    public void forget(String playerId, String sessionId) {
        offers.remove(new Key(playerId, sessionId));
        open.remove(new Key(playerId, sessionId));
    }
}
