package com.lifeverse.session.gate;

import com.lifeverse.platform.Bounds;
import java.time.Duration;

/**
 * The numbers of gates.
 *
 * @param life how long a change may take until every function, and every cache in front, has seen it
 */
public record GatePolicy(Duration life) {
    public GatePolicy {
        Bounds.hold(life.toSeconds() >= 1, "life must be a second at least, which is what caches count in");
    }
}
