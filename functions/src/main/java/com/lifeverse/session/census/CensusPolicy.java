package com.lifeverse.session.census;

import java.time.Duration;

/**
 * Every number of the census.
 *
 * @param page items a page
 * @param patience how long one run sweeps before it leaves the rest to the next
 * @param remembered how long the item of a player without sessions is kept, so that a client that comes back hears why; the
 *     sweep's cost grows with it
 * @param groups combinations of region, platform and version that are told apart; the rest is counted as one
 */
public record CensusPolicy(int page, Duration patience, Duration remembered, int groups) {
    public CensusPolicy {
        if (page < 1 || groups < 1 || !patience.isPositive() || remembered.isNegative()) {
            throw new IllegalArgumentException("page, groups and patience are positive, remembered is not negative");
        }
    }

    /** The numbers in force. */
    public static CensusPolicy standard() {
        return new CensusPolicy(1_000, Duration.ofSeconds(45), Duration.ofHours(2), 500);
    }
}
