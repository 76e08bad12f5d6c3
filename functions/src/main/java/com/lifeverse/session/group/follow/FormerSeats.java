package com.lifeverse.session.group.follow;

import java.time.Instant;

/**
 * In which groups a player is remembered as one who had a seat, so that they can be forgotten there. Nobody waits for it: it is kept
 * from the stream of groups.
 */
@FunctionalInterface
public interface FormerSeats {
    /** Keeps it, until the group itself is swept away: one write unit. Keeping it again changes nothing. */
    void keep(String playerId, String groupId, Instant sweptAt);
}
