package com.lifeverse.session.timeline;

import com.lifeverse.platform.Bounds;
import java.time.Duration;

/**
 * The numbers of the timeline, as renewals tell it.
 *
 * @param life how long a new version may take until every renewal tells it
 */
public record TimelinePolicy(Duration life) {
    public TimelinePolicy {
        Bounds.hold(life.isPositive(), "life must be positive");
    }
}
