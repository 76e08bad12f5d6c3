package com.lifeverse.liveops.participation;

import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What all players of an occurrence came to together. It is counted in shares that nobody reads but who adds them up, which happens
 * once a minute; everybody reads the published total, which is one item. An outage is an exception.
 */
public interface Goals {
    /**
     * A published total.
     *
     * @param amount how much all came to
     * @param at when it was added up
     * @param version one more with each publication; 0 if there was none yet
     */
    record Goal(long amount, Instant at, long version) {
        /** Before anything is published. */
        public static final Goal NOTHING = new Goal(0, Instant.EPOCH, 0);
    }

    /** The published total: half a read unit. */
    Goal published(String event, LocalDateTime occurrence);

    /** The exact sum of all shares, by a read that sees all writes: one read unit for each 4 KB of shares. */
    long sum(String event, LocalDateTime occurrence);

    /** Publishes, with what is told of it. False if somebody else has, from what {@code after} was made of. */
    boolean publish(String event, LocalDateTime occurrence, Goal after, List<Envelope> news, Instant forgotten);
}
