package com.lifeverse.liveops.capacity;

import com.lifeverse.platform.Bounds;
import java.time.Duration;

/**
 * The numbers of what stands ready for live events.
 *
 * @param lead how long before the first place on earth begins with an event more stands ready
 * @param after how long after the last place on earth is through with it that is taken back
 * @param again how often somebody looks whether it is as it should be, while more than usual is asked for
 * @param rest the same while nothing is
 * @param signIn instances of the function that signs players in
 * @param timeline instances of the function that shows players the timeline
 * @param live units of the table of live sessions
 */
public record CapacityPolicy(
        Duration lead,
        Duration after,
        Duration again,
        Duration rest,
        Instances signIn,
        Instances timeline,
        Units live) {
    public CapacityPolicy {
        Bounds.hold(
                lead.compareTo(Duration.ofMinutes(15)) >= 0 && lead.compareTo(Duration.ofDays(1)) <= 0,
                "lead must be 15 minutes to a day");
        Bounds.hold(!after.isNegative() && after.compareTo(Duration.ofDays(1)) <= 0, "after must be nothing to a day");
        Bounds.hold(again.compareTo(Duration.ofMinutes(10)) >= 0, "again must be 10 minutes at least");
        Bounds.hold(
                rest.compareTo(again) >= 0 && rest.compareTo(Duration.ofDays(1)) <= 0,
                "rest must be again at least, and a day at most");
    }
}
