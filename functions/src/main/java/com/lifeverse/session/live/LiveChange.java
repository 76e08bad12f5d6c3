package com.lifeverse.session.live;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.Session;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The write that puts a player's sessions and standing as they were decided on, if nobody wrote since they were read.
 *
 * @param expected the last command of the item that this was decided on; empty if there was no item
 * @param sessions all that are alive afterwards
 * @param news what the write tells
 * @param firstNotices the notice revision if the write makes the item
 * @param sweptAt when the item may be swept away; empty if it must stay
 */
public record LiveChange(
        String playerId,
        Optional<CommandId> expected,
        CommandId command,
        List<Session> sessions,
        Standing standing,
        List<Envelope> news,
        long firstNotices,
        Optional<Instant> sweptAt) {
    public LiveChange {
        sessions = List.copyOf(sessions);
        news = List.copyOf(news);
        standing = standing.beside(sessions.size());
    }
}
