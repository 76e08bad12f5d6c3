package com.lifeverse.session.social;

import com.lifeverse.platform.Bounds;
import java.time.Duration;
import java.time.Instant;

/**
 * Every number of friends and blocks. The lists are bounded so that one read has the whole of them; who adds to a list at the
 * same time from two devices can go past by one.
 *
 * @param friends of one player, at most
 * @param asked requests that wait for a player, at most
 * @param blocks of one player, at most
 * @param askedLife how long a request waits
 * @param attempts how often a change that others overtook is decided anew
 */
public record SocialPolicy(int friends, int asked, int blocks, Duration askedLife, int attempts) {
    public SocialPolicy {
        Bounds.hold(friends >= 1, "friends must be at least 1");
        Bounds.hold(asked >= 1, "asked must be at least 1");
        Bounds.hold(blocks >= 1, "blocks must be at least 1");
        Bounds.hold(askedLife.isPositive(), "askedLife must be positive");
        Bounds.hold(attempts >= 1, "attempts must be at least 1");
    }

    /** When a request made now may be swept away. */
    public Instant sweptAt(Instant now) {
        return now.plus(askedLife);
    }
}
