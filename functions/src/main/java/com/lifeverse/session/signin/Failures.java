package com.lifeverse.session.signin;

import com.lifeverse.platform.Quota;
import java.time.Instant;

/**
 * How often a wrong credential came for an identity.
 *
 * @param window the number of the quota's window that is counted
 */
public record Failures(long window, long count) {
    /** None yet. */
    public static final Failures NONE = new Failures(0, 0);

    /** How many count now: those of an earlier window are forgotten. */
    public long at(Quota quota, Instant now) {
        return window == quota.windowAt(now) ? count : 0;
    }
}
