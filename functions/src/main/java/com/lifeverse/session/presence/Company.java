package com.lifeverse.session.presence;

import java.time.Instant;

/** Who is there in groups, as the groups say it. What comes twice is the same. */
public interface Company {
    /** The session's player is there in the group: one write unit. */
    void joins(String playerId, String sessionId, String groupId, Instant sweptAt);

    /** They are not, or not any more: one write unit. */
    void leaves(String playerId, String sessionId, String groupId);
}
