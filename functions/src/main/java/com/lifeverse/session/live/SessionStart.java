package com.lifeverse.session.live;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The write that starts a session and ends those it replaces.
 *
 * @param expected the last command of the item that this was decided on; empty if there was no item
 * @param session the only one alive afterwards
 * @param news what the write tells
 * @param sweptAt when the item may be swept away
 */
public record SessionStart(
        String playerId,
        Optional<CommandId> expected,
        CommandId command,
        Session session,
        List<Envelope> news,
        Instant sweptAt) {
    public SessionStart {
        news = List.copyOf(news);
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
