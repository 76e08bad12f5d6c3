package com.lifeverse.session.presence;

import com.lifeverse.session.Session;
import com.lifeverse.session.preference.Visibility;
import java.util.List;
import java.util.Optional;

/**
 * All that decides what a viewer sees of a player.
 *
 * @param sessions those of the player that are alive
 * @param friends true if the two are friends
 * @param blocked true if one of the two blocks the other
 */
public record Sight(
        String playerId,
        List<Session> sessions,
        Optional<Statement> statement,
        Visibility visibility,
        boolean friends,
        boolean blocked) {
    public Sight {
        sessions = List.copyOf(sessions);
    }

    /** What is to be seen. One who hides looks in every respect like one who is offline. */
    public Presence seen() {
        if (sessions.isEmpty() || blocked || !visible()) {
            return Presence.offline(playerId);
        }
        var said = statement.filter(
                each -> sessions.stream().anyMatch(session -> session.id().equals(each.sessionId())));
        var session = sessions.stream()
                .filter(each ->
                        said.map(Statement::sessionId).map(each.id()::equals).orElse(true))
                .findFirst();
        return new Presence(
                playerId,
                said.map(Statement::availability).orElse(Availability.ONLINE),
                said.map(Statement::status).orElse(""),
                session.map(found -> found.client().platform()));
    }

    private boolean visible() {
        return switch (visibility) {
            case EVERYONE -> true;
            case FRIENDS -> friends;
            case NOBODY -> false;
        };
    }
}
