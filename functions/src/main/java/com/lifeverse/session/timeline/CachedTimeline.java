package com.lifeverse.session.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The version as last read, so that a renewal costs no read of its own. It never goes back. Safe for use by many threads. */
public final class CachedTimeline {
    private record Reading(long version, Instant at) {}

    private final Timeline timeline;
    private final TimelinePolicy policy;
    private @Nullable Reading reading;

    public CachedTimeline(Timeline timeline, TimelinePolicy policy) {
        this.timeline = timeline;
        this.policy = policy;
    }

    /** The version, at most {@link TimelinePolicy#life} old. */
    public synchronized long version(Instant now) {
        var known = reading;
        if (known == null || !now.isBefore(known.at().plus(policy.life())) || now.isBefore(known.at())) {
            // A read that may be a second old must not take back what a fresher one has told.
            known = new Reading(Math.max(timeline.version(), known == null ? 0 : known.version()), now);
            reading = known;
        }
        return known.version();
    }
}
