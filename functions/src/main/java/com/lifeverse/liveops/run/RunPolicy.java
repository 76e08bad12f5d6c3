package com.lifeverse.liveops.run;

import com.lifeverse.platform.Bounds;
import java.time.Duration;

/**
 * The numbers of runs of live events and of their settlements.
 *
 * @param look how long a run goes without looking whether its event was changed
 * @param pace how far apart the passes are in which messages go out by players' own clocks
 * @param grace how long after the last place on earth is through with an event its rewards are settled: what is on its way arrives
 * @param batch for how many players rewards are asked for between two looks at the clock, and in one file
 * @param buckets the players of how many buckets, of 64, one call looks through for what they are owed; of a million players eight are 125,000, which takes a call
 *     two thirds of a minute of its two
 * @param rounds how often a settlement looks again before it gives up on what stays owed
 */
public record RunPolicy(Duration look, Duration pace, Duration grace, int batch, int buckets, int rounds) {
    public RunPolicy {
        Bounds.hold(
                look.compareTo(Duration.ofMinutes(10)) >= 0 && look.compareTo(Duration.ofDays(1)) <= 0,
                "look must be 10 minutes to a day");
        Bounds.hold(
                pace.compareTo(Duration.ofMinutes(1)) >= 0 && pace.compareTo(Duration.ofHours(1)) <= 0,
                "pace must be a minute to an hour");
        Bounds.hold(!grace.isNegative() && grace.compareTo(Duration.ofDays(7)) <= 0, "grace must be nothing to a week");
        Bounds.hold(batch >= 10 && batch <= 1000, "batch must be 10 to 1000");
        Bounds.hold(buckets >= 1 && buckets <= 64, "buckets must be 1 to 64, which are all");
        Bounds.hold(rounds >= 2 && rounds <= 10, "rounds must be 2 to 10, of which the last finds nothing to do");
    }
}
