package com.lifeverse.session.signin;

import java.util.Optional;

/** Players and their identities, who stay whether they are online or not. An outage is an exception, never absence. */
public interface Players {
    /** The identity of that key, read consistently: one read unit. */
    Optional<Identity> identity(String key);

    /** True if there is such a player, read consistently: one read unit. */
    boolean exists(String playerId);

    /** Counts a wrong credential for an identity in that window, and answers the count: one write unit, two in a new window. */
    long failed(String key, long window);

    /** Makes the player, the identity and the first session in one transaction: two write units each. */
    Creation create(NewPlayer player);

    /** What came of a creation. */
    enum Creation {
        CREATED,
        /** Another sign-in made the identity, or is about to: look again. */
        OVERTAKEN
    }
}
