package com.lifeverse.liveops.compensation;

import com.lifeverse.platform.Bounds;
import java.time.Duration;

/**
 * The numbers of compensations.
 *
 * @param players how many one plan may be about
 * @param total how many of one item one plan may give away
 * @param each how many of an item one player may get by one plan
 * @param open how long a plan waits for its second person
 */
public record CompensationPolicy(int players, long total, int each, Duration open) {
    public CompensationPolicy {
        // A request has 6 MB for them.
        Bounds.hold(players >= 1 && players <= 40_000, "players must be 1 to 40000");
        Bounds.hold(total >= 1 && total <= 1_000_000_000_000L, "total must be 1 to a million million");
        Bounds.hold(each >= 1 && each <= 1_000_000, "each must be 1 to a million");
        // The lines are kept for 14 days, of which a run that failed must have some to be redriven in.
        Bounds.hold(
                open.compareTo(Duration.ofHours(1)) >= 0 && open.compareTo(Duration.ofDays(7)) <= 0,
                "open must be an hour to 7 days");
    }
}
