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
 * @param oldestToken how long ago a provider may have issued the token that somebody signs in with
 * @param skew by how much a provider's clock may differ from ours
 * @param keyLife how long a provider's keys are taken without asking for them again
 * @param keyCalm how long we do not ask again for a key that the provider does not have: nobody with rubbish in hand makes us
 * @param keyStale how long the last keys go on while the provider does not answer
 */
public record IdentityPolicy(
        Duration recentSignIn,
        Duration oldestToken,
        Duration skew,
        Duration keyLife,
        Duration keyCalm,
        Duration keyStale) {
    public IdentityPolicy {
        Bounds.hold(recentSignIn.isPositive(), "recentSignIn must be positive");
        Bounds.hold(oldestToken.isPositive(), "oldestToken must be positive");
        Bounds.hold(
                !skew.isNegative() && skew.compareTo(Duration.ofMinutes(5)) <= 0,
                "skew must not be negative, and 5 minutes at most");
        Bounds.hold(keyLife.isPositive(), "keyLife must be positive");
        Bounds.hold(
                keyCalm.isPositive() && keyCalm.compareTo(keyLife) <= 0,
                "keyCalm must be positive and keyLife at most");
        Bounds.hold(keyStale.compareTo(keyLife) >= 0, "keyStale must be keyLife at least");
    }

    /** True if the session's player has shown a credential just now, on the device that has it. */
    public boolean isRecent(Session session, Instant now) {
        return session.fence() == 0 && !session.startedAt().isBefore(now.minus(recentSignIn));
    }
}
