package com.lifeverse.platform;

import java.time.Instant;

/** Counts how much of a quota callers have used. An outage is an exception: nobody is let through uncounted. */
public interface Allowances {
    /**
     * One more, and how many that makes in this window: one write unit.
     *
     * @param who a name of the caller that shows nobody who it is
     */
    long use(Quota quota, String who, Instant now);

    /** How many there have been in this window: one read unit. */
    long used(Quota quota, String who, Instant now);
}
