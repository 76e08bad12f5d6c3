package com.lifeverse.session.census;

import com.lifeverse.platform.Bounds;
import java.time.Duration;

/**
 * Every number of the census.
 *
 * @param segments parts of the live table that are swept at the same time, each by a call of its own
 * @param atOnce sessions of one page that are ended at the same time
 * @param page items a page
 * @param patience how long one run sweeps before it leaves the rest to the next
 * @param remembered how long the item of a player without sessions is kept, so that a client that comes back hears why; the
 *     sweep's cost grows with it
 * @param groups combinations of region, platform and version that are told apart; the rest is counted as one
 */
public record CensusPolicy(int segments, int atOnce, int page, Duration patience, Duration remembered, int groups) {
    public CensusPolicy {
        Bounds.hold(segments >= 1 && segments <= 64, "segments must be 1 to 64");
        Bounds.hold(atOnce >= 1 && atOnce <= 64, "atOnce must be 1 to 64");
        Bounds.hold(page >= 1, "page must be at least 1");
        Bounds.hold(patience.isPositive(), "patience must be positive");
        Bounds.hold(!remembered.isNegative(), "remembered must not be negative");
        Bounds.hold(groups >= 1, "groups must be at least 1");
    }
}
