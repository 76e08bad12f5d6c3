package com.lifeverse.session.live;

import com.lifeverse.session.Session;
import java.util.List;
import java.util.Optional;

/**
 * What is alive of a player. There may be no session in it: the last one ended and the broom has not come yet.
 *
 * @param sessions up to five, as the title's policy allows
 * @param notices grows by one with each message that arrives
 * @param lastCommand the command that last changed the sessions
 */
public record LivePlayer(
        String playerId, List<Session> sessions, long notices, CommandId lastCommand, Standing standing) {
    public LivePlayer {
        sessions = List.copyOf(sessions);
    }

    /** A player of whom nothing but the sessions is to be said. */
    public LivePlayer(String playerId, List<Session> sessions, long notices, CommandId lastCommand) {
        this(playerId, sessions, notices, lastCommand, Standing.CLEAR);
    }

    public Optional<Session> session(String id) {
        return sessions.stream().filter(session -> session.id().equals(id)).findFirst();
    }
}
