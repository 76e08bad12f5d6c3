package com.lifeverse.session.presence;

import com.lifeverse.platform.Bounds;

/**
 * Every number of presence.
 *
 * @param players whom one question can be about
 * @param status how many characters a status has at most
 */
public record PresencePolicy(int players, int status) {
    public PresencePolicy {
        Bounds.hold(players >= 1 && players <= 100, "players must be 1 to 100");
        Bounds.hold(status >= 1, "status must be at least 1");
    }
}
