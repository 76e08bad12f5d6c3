package com.lifeverse.session.live;

import com.lifeverse.session.Session;
import java.util.List;
import java.util.Optional;

/**
 * What is alive of a player. There may be no session in it: the last one ended and the broom has not come yet.
 *
 * @param sessions at most one for now; up to five once a title may choose
 * @param notices grows by one with each message that arrives
 * @param lastCommand the command that last changed the sessions
 */
public record LivePlayer(String playerId, List<Session> sessions, long notices, CommandId lastCommand) {
    public LivePlayer {
        sessions = List.copyOf(sessions);
    }

    public Optional<Session> session(String id) {
        return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
    }
}
