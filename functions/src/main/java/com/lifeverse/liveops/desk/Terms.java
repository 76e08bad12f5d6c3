package com.lifeverse.liveops.desk;

import java.time.Duration;

/**
 * What a stage holds publications to.
 *
 * @param grace how long after an occurrence is over its rewards are settled, by what players have then
 */
public record Terms(Room room, Duration grace) {
    /** For whatever comes, settled as soon as it is over. */
    public static final Terms NONE = new Terms(Room.ENOUGH, Duration.ZERO);
}
