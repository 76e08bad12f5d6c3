package com.lifeverse.session.timeline;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The version as last read, so that a renewal costs no read of its own. It never goes back. Safe for use by many threads. */
public final class CachedTimeline {
    /** How long a new version may take until every renewal tells it. */
    public static final Duration LIFE = Duration.ofSeconds(5);

    private record Reading(long version, Instant at) {}

    private final Timeline timeline;
    private @Nullable Reading reading;

    public CachedTimeline(Timeline timeline) {
        this.timeline = timeline;
    }

    /** The version, at most {@link #LIFE} old. */
    public synchronized long version(Instant now) {
        var known = reading;
        if (known == null || !now.isBefore(known.at().plus(LIFE)) || now.isBefore(known.at())) {
            // A read that may be a second old must not take back what a fresher one has told.
            known = new Reading(Math.max(timeline.version(), known == null ? 0 : known.version()), now);
            reading = known;
        }
        return known.version();
    }
}
