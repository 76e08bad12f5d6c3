package com.lifeverse.session.identity;

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
        if (!recentSignIn.isPositive()) {
            throw new IllegalArgumentException("recentSignIn must be positive");
        }
    }

    /** The numbers in force. */
    public static IdentityPolicy standard() {
        return new IdentityPolicy(Duration.ofMinutes(15));
    }

    /** True if the session's player has shown a credential just now, on the device that has it. */
    public boolean isRecent(Session session, Instant now) {
        return session.fence() == 0 && !session.startedAt().isBefore(now.minus(recentSignIn));
    }
}
