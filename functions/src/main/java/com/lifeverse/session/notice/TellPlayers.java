package com.lifeverse.session.notice;

import com.lifeverse.session.notice.Notifier.Sent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Tells players that something has changed: by the count that renewals and polls answer with, and by their connections. Told
 * twice, a client reads once more; that is all.
 */
public final class TellPlayers {
    /** The topic of the last notice that a session gets. */
    public static final String SESSION = "session";

    private static final String HANDED_OVER = "handed-over";

    private final Announcements announcements;
    private final Connections connections;
    private final Notifier notifier;
    private final Line line;

    public TellPlayers(Announcements announcements, Connections connections, Notifier notifier, NoticePolicy policy) {
        this.announcements = announcements;
        this.connections = connections;
        this.notifier = notifier;
        this.line = new Line(connections, policy);
    }

    /**
     * Tells all of them.
     *
     * @throws RuntimeException the first failure, after all others have been told
     */
    public void tell(NoticeRequest request, Supplier<UUID> ids, Instant now) {
        RuntimeException first = null;
        for (var playerId : request.playerIds()) {
            try {
                tell(playerId, request, ids, now);
            } catch (RuntimeException failure) {
                // One player's trouble must not keep the others from hearing; the whole request comes back for it.
                first = first == null ? failure : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    /** A session has ended: its connection hears why and is cut, and nothing opens another one. */
    public void ended(String playerId, String sessionId, String reason) {
        connections.of(playerId).stream()
                .filter(connection -> connection.sessionId().equals(sessionId))
                .forEach(connection -> {
                    notifier.send(connection, notice(SESSION, reason));
                    notifier.drop(connection.id());
                });
        // Last: what fails before comes back, and must still find the connection.
        connections.forget(playerId, sessionId);
    }

    /**
     * A session goes on in other hands: the connection of those that had it hears so and is cut. One that was opened since stays.
     *
     * @param at when it changed hands
     */
    public void moved(String playerId, String sessionId, Instant at, Supplier<UUID> ids, Instant now) {
        connections.of(playerId).stream()
                .filter(connection -> connection.sessionId().equals(sessionId))
                .filter(connection -> connection.since().isBefore(at))
                .forEach(connection -> {
                    notifier.send(connection, notice(SESSION, HANDED_OVER));
                    notifier.drop(connection.id());
                    // The gateway says so too, as a rule; whoever is second finds it done.
                    line.close(connection.id(), ids, now);
                });
    }

    private void tell(String playerId, NoticeRequest request, Supplier<UUID> ids, Instant now) {
        var count = request.announced() ? OptionalLong.empty() : announcements.announce(playerId);
        var notice = new Notice(request.topic(), request.about(), request.revision(), count);
        for (var connection : reached(playerId, request)) {
            if (notifier.send(connection, notice) == Sent.GONE) {
                line.gone(connection, ids, now);
            }
        }
    }

    private List<Connection> reached(String playerId, NoticeRequest request) {
        return connections.of(playerId).stream()
                .filter(connection ->
                        request.sessionId().map(connection.sessionId()::equals).orElse(true))
                .toList();
    }

    private static Notice notice(String topic, String about) {
        return new Notice(topic, Optional.of(about), OptionalLong.empty(), OptionalLong.empty());
    }
}
