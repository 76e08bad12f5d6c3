package com.lifeverse.liveops.compensation;

/**
 * What makes up for what was missed.
 *
 * @param item what is given
 * @param perHour how many for each hour that was missed
 * @param most to one player
 */
public record Rate(String item, int perHour, int most) {
    public Rate {
        if (perHour < 1 || most < 1) {
            throw new IllegalArgumentException("A rate gives something");
        }
    }
}
