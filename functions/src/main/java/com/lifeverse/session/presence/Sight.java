package com.lifeverse.session.presence;

import com.lifeverse.session.Session;
import com.lifeverse.session.preference.Visibility;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that decides what a viewer sees of a player.
 *
 * @param sessions those of the player that are alive
 * @param grouped the sessions that are there in a group
 * @param friends true if the two are friends
 * @param blocked true if one of the two blocks the other
 */
public record Sight(
        String playerId,
        List<Session> sessions,
        Optional<Statement> statement,
        Set<String> grouped,
        Visibility visibility,
        boolean friends,
        boolean blocked) {
    public Sight {
        sessions = List.copyOf(sessions);
        grouped = Set.copyOf(grouped);
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
                availability(said.map(Statement::availability)),
                said.map(Statement::status).orElse(""),
                session.map(found -> found.client().platform()));
    }

    /** Who says that they are away is; whether one is in a group, the groups say. */
    private Availability availability(Optional<Availability> said) {
        if (said.filter(Availability.AWAY::equals).isPresent()) {
            return Availability.AWAY;
        }
        return sessions.stream().map(Session::id).anyMatch(grouped::contains)
                ? Availability.IN_GROUP
                : Availability.ONLINE;
    }

    private boolean visible() {
        return switch (visibility) {
            case EVERYONE -> true;
            case FRIENDS -> friends;
            case NOBODY -> false;
        };
    }
}
