package com.lifeverse.trigger.spec;

/**
 * What has to happen within how long.
 *
 * @param frame whether its stretches are laid end to end or lie anywhere
 * @param scope whose happenings count together
 */
public record Window(Measure measure, Span within, Frame frame, Scope scope) {
    /** How stretches of time lie. */
    public enum Frame {
        /** End to end, as {@link Span} lays them. */
        TUMBLING,
        /** Anywhere: any stretch of this length will do. */
        SLIDING
    }

    /** Whose happenings count together. */
    public enum Scope {
        PLAYER,
        GLOBAL
    }

    /** What stands for all players together. */
    private static final String EVERYBODY = "everybody";

    /** Whose happenings count together with those of this player: a player's id, or what stands for all. */
    public String owner(String playerId) {
        return switch (scope) {
            case PLAYER -> playerId;
            case GLOBAL -> EVERYBODY;
        };
    }

    /** Every so many happenings of a player, in stretches end to end. */
    public static Window counting(int happenings, Span within) {
        return new Window(new Measure.Count(happenings), within, Frame.TUMBLING, Scope.PLAYER);
    }
}
