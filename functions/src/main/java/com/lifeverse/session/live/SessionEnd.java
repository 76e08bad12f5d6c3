package com.lifeverse.session.live;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.EndReason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The write that ends a session, if it is there.
 *
 * @param family if given, the session must be of that family
 * @param bearer if given, the generation of the token that asks: one from before the session's fence changes nothing
 * @param last what the item remembers of it
 * @param news what the write tells
 */
public record SessionEnd(
        String playerId,
        String sessionId,
        Optional<String> family,
        Optional<Long> bearer,
        LastEnd last,
        CommandId command,
        List<Envelope> news,
        Instant sweptAt) {
    public SessionEnd {
        news = List.copyOf(news);
    }

    /** An end that nobody's access token asks for. */
    public SessionEnd(
            String playerId,
            String sessionId,
            Optional<String> family,
            EndReason reason,
            CommandId command,
            List<Envelope> news,
            Instant sweptAt) {
        this(playerId, sessionId, family, Optional.empty(), LastEnd.of(sessionId, reason), command, news, sweptAt);
    }
}
