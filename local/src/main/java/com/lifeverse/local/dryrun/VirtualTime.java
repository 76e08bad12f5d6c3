package com.lifeverse.local.dryrun;

import java.time.Instant;
import java.time.InstantSource;

/** The time of a dry run: that of the latest event it has come to, or of the sweep before it. It never goes back. */
final class VirtualTime implements InstantSource {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
        return now;
    }

    void reach(Instant time) {
        now = time.isAfter(now) ? time : now;
    }
}
