package com.lifeverse.session.live;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The write that ends a session, if it is there.
 *
 * @param family if given, the session must be of that family
 * @param news what the write tells
 */
public record SessionEnd(
        String playerId,
        String sessionId,
        Optional<String> family,
        CommandId command,
        List<Envelope> news,
        Instant sweptAt) {
    public SessionEnd {
        news = List.copyOf(news);
    }
}
