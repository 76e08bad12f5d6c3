package com.lifeverse.session.social;

import java.time.Duration;
import java.time.Instant;

/**
 * Every number of friends and blocks. The lists are bounded so that one read has the whole of them; who adds to a list at the
 * same time from two devices can go past by one.
 *
 * @param friends at most
 * @param asked requests that wait for a player, at most
 * @param blocks at most
 * @param askedLife how long a request waits
 * @param attempts how often a change that others overtook is decided anew
 */
public record SocialPolicy(int friends, int asked, int blocks, Duration askedLife, int attempts) {
    public SocialPolicy {
        if (friends < 1 || asked < 1 || blocks < 1 || attempts < 1 || !askedLife.isPositive()) {
            throw new IllegalArgumentException("every number of friends and blocks is positive");
        }
    }

    /** The numbers in force. */
    public static SocialPolicy standard() {
        return new SocialPolicy(200, 100, 200, Duration.ofDays(30), 5);
    }

    /** When a request made now may be swept away. */
    public Instant sweptAt(Instant now) {
        return now.plus(askedLife);
    }
}
