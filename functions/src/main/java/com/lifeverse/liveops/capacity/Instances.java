package com.lifeverse.liveops.capacity;

import com.lifeverse.platform.Bounds;

/**
 * Every number of instances of a function that stand ready.
 *
 * @param usual so many are at work at once in the busiest hour of a usual week
 * @param most never more stand ready, whatever is asked for: each is paid for as long as it does; 0 for none at all
 */
public record Instances(int usual, int most) {
    public Instances {
        Bounds.hold(usual >= 1 && usual <= 1000, "usual must be 1 to 1000");
        Bounds.hold(most >= 0 && most <= 1000, "most must be 0 to 1000");
    }

    /**
     * So many for that many times the usual load, and none for the usual load. The usual ones are among them: calls go to instances that stand
     * ready first, so that those which the usual load had kept warm are gone by the time that they are needed.
     */
    public int at(double factor) {
        return factor > 1 ? (int) Math.min(most, Units.times(usual, factor)) : 0;
    }
}
