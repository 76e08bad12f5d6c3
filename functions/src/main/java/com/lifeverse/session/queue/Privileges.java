package com.lifeverse.session.queue;

import java.time.Instant;
import java.util.Optional;

/** To whom the title gives precedence in the login queue. An outage is an exception, never absence. */
public interface Privileges {
    /** True if the player has precedence now: one read unit. */
    boolean has(String playerId, Instant now);

    /** Gives it to a player, until then or for good: one write unit. */
    void give(String playerId, Optional<Instant> until);

    /** Takes it away; that there is none is fine. One write unit. */
    void take(String playerId);
}
