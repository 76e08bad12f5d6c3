package com.lifeverse.trigger.spec;

import com.lifeverse.platform.NameBasedId;

/**
 * How far a version of a trigger has come.
 *
 * @param percent of the players whom a live version is for, from 0 to 100; without meaning for others
 */
public record Release(Stage stage, int percent) {
    /** Where a version is on its way. */
    public enum Stage {
        /** It is held against form and lint, and does nothing. */
        DRAFT,
        /** It decides, and nothing comes of it. */
        SHADOW,
        /** It acts. */
        LIVE,
        /** It does nothing any more; it stays to be read. */
        RETIRED
    }

    private static final int ALL = 100;

    /** For everybody. */
    public static final Release LIVE = new Release(Stage.LIVE, ALL);

    public Release {
        if (percent < 0 || percent > ALL) {
            throw new IllegalArgumentException("A percentage is from 0 to 100");
        }
    }

    /** Whether events are held against it at all. */
    public boolean isHeard() {
        return switch (stage) {
            case SHADOW -> true;
            case LIVE -> percent > 0;
            case DRAFT, RETIRED -> false;
        };
    }

    /** Whether it is live for this owner of a state of that trigger. */
    boolean reaches(String trigger, String owner) {
        return stage == Stage.LIVE && (percent == ALL || (percent > 0 && hundredth(trigger, owner) < percent));
    }

    /**
     * The hundredth part of all players, from 0, that this owner of a state is in, for this trigger: always the same, so that
     * whoever has a version keeps it when it is for more players; and another one for each trigger, so that it is not always the
     * same players who are first.
     */
    public static int hundredth(String trigger, String owner) {
        return Math.floorMod(NameBasedId.bits("ramp", trigger, owner), ALL);
    }
}
