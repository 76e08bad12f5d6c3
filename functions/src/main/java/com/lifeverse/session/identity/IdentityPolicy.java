package com.lifeverse.session.identity;

import com.lifeverse.platform.Bounds;
import com.lifeverse.session.Session;
import java.time.Duration;
import java.time.Instant;

/**
 * The numbers of identities.
 *
 * @param recentSignIn how long ago a session may have begun for its player to change what signs them in: who finds a device
 *     that is unlocked cannot
 */
public record IdentityPolicy(Duration recentSignIn) {
    public IdentityPolicy {
        Bounds.hold(recentSignIn.isPositive(), "recentSignIn must be positive");
    }

    /** True if the session's player has shown a credential just now, on the device that has it. */
    public boolean isRecent(Session session, Instant now) {
        return session.fence() == 0 && !session.startedAt().isBefore(now.minus(recentSignIn));
    }
}
