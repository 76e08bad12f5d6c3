package com.lifeverse.session;

import com.lifeverse.platform.Bounds;

/**
 * How many sessions a player may have at once, and who gives way.
 *
 * @param scope what is counted together
 * @param most sessions at once within the scope
 * @param winner who stays when there are more
 */
public record Concurrency(Scope scope, int most, Winner winner) {
    /** What the live item holds in one write unit a renewal. */
    public static final int MOST = 5;

    /** What is counted together. */
    public enum Scope {
        PLAYER,
        /** All platforms together still have no more than {@link Concurrency#MOST}. */
        PLATFORM
    }

    /** Who stays. */
    public enum Winner {
        /** The session that began first among them ends. */
        NEWEST,
        /** The sign-in is refused. */
        OLDEST
    }

    public Concurrency {
        Bounds.hold(most >= 1 && most <= MOST, "most must be 1 to " + MOST);
    }

    /** One session a player, and a new one takes over. */
    public static Concurrency newestWins() {
        return new Concurrency(Scope.PLAYER, 1, Winner.NEWEST);
    }

    /** One session a player, and a new one has to wait until it ends. */
    public static Concurrency oldestWins() {
        return new Concurrency(Scope.PLAYER, 1, Winner.OLDEST);
    }

    /** One session a platform. */
    public static Concurrency onePerPlatform(Winner winner) {
        return new Concurrency(Scope.PLATFORM, 1, winner);
    }

    /** Several sessions a player, wherever they are. */
    public static Concurrency upTo(int most, Winner winner) {
        return new Concurrency(Scope.PLAYER, most, winner);
    }
}
