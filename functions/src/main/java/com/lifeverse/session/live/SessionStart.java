package com.lifeverse.session.live;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The write that starts a session and ends those it replaces.
 *
 * @param expected the last command of the item that this was decided on; empty if there was no item
 * @param session the one that starts, or goes on in new hands
 * @param kept the others that stay alive
 * @param standing of the player afterwards
 * @param news what the write tells
 * @param sweptAt when the item may be swept away
 */
public record SessionStart(
        String playerId,
        Optional<CommandId> expected,
        CommandId command,
        Session session,
        List<Session> kept,
        Standing standing,
        List<Envelope> news,
        Instant sweptAt) {
    public SessionStart {
        kept = List.copyOf(kept);
        news = List.copyOf(news);
    }

    /** A start that leaves its session as the only one, of a player of whom nothing else is to be said. */
    public SessionStart(
            String playerId,
            Optional<CommandId> expected,
            CommandId command,
            Session session,
            List<Envelope> news,
            Instant sweptAt) {
        this(playerId, expected, command, session, List.of(), Standing.CLEAR, news, sweptAt);
    }

    /** The same as a change of the whole item. */
    public LiveChange change() {
        var alive = new ArrayList<>(kept);
        alive.add(session);
        return new LiveChange(playerId, expected, command, alive, standing, news, firstNotices(), Optional.of(sweptAt));
    }

    /**
     * The notice revision if the write makes the item: zero for a player just made. The item of one who comes back may have
     * been swept away, and what they heard then with it; a revision must never go back, so theirs goes on at the second of
     * the start, which is beyond any count of messages.
     */
    public long firstNotices() {
        return session.newPlayer() ? 0 : session.startedAt().getEpochSecond();
    }
}
