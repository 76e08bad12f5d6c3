package com.lifeverse.session.live;

import java.time.Instant;

/**
 * The write that renews a session. It applies if the session is there, of that family, at that generation or the next, and
 * its lease ended no earlier than {@code earliestDue}; then the session is at the next generation.
 *
 * @param generation of the refresh token that asks
 * @param renewAt when the new lease ends
 */
public record Renewal(
        String playerId,
        String sessionId,
        String family,
        long generation,
        CommandId command,
        Instant now,
        Instant renewAt,
        Instant earliestDue,
        Instant sweptAt) {
    public long next() {
        return generation + 1;
    }
}
