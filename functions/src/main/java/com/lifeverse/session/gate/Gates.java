package com.lifeverse.session.gate;

import com.lifeverse.session.Platform;
import com.lifeverse.session.SessionPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All gates, as live-ops have set them. A gate that is not set is open.
 *
 * @param revision grows with every change
 * @param maintenance when nobody signs in
 * @param minimumVersions the oldest version that is served, by platform
 * @param drains regions that take no new sessions, by name
 * @param admission if sign-ins queue, how many come in a second
 * @param lease how long sessions live from one renewal to the next, if not as long as the numbers say
 */
public record Gates(
        long revision,
        Optional<Maintenance> maintenance,
        SortedMap<Platform, String> minimumVersions,
        SortedMap<String, Drain> drains,
        Optional<Admission> admission,
        Optional<Duration> lease) {

    /** All are open. */
    public static final Gates OPEN =
            new Gates(0, Optional.empty(), new TreeMap<>(), new TreeMap<>(), Optional.empty(), Optional.empty());

    /**
     * Nobody signs in for a while; who plays goes on.
     *
     * @param message the key of the text to show
     */
    public record Maintenance(Instant from, Instant until, Optional<String> message) {
        public Maintenance {
            if (!from.isBefore(until)) {
                throw new IllegalArgumentException("maintenance ends after it begins");
            }
        }
    }

    /**
     * A region takes no new sessions.
     *
     * @param goTo regions to sign in to instead, the best first
     */
    public record Drain(Instant until, List<String> goTo) {
        public Drain {
            goTo = List.copyOf(goTo);
        }
    }

    /**
     * How many come in, and from when on they queue.
     *
     * @param perSecond how many come in a second, all lanes together
     * @param automatic true if sign-ins need a ticket only while more come than may; else each needs one
     * @param mostPlayers how many may be online, as the census counts them; empty for as many as come
     */
    public record Admission(int perSecond, boolean automatic, Optional<Long> mostPlayers) {
        public Admission {
            if (perSecond < 1 || mostPlayers.filter(most -> most < 1).isPresent()) {
                throw new IllegalArgumentException("at least one a second comes in, and one in all");
            }
        }

        /** Everybody queues, at that rate. */
        public static Admission queueing(int perSecond) {
            return new Admission(perSecond, false, Optional.empty());
        }
    }

    /** The numbers as they are while these gates stand. */
    public SessionPolicy leasing(SessionPolicy policy) {
        return lease.map(policy::leasing).orElse(policy);
    }

    public Gates {
        minimumVersions = Collections.unmodifiableSortedMap(new TreeMap<>(minimumVersions));
        drains = Collections.unmodifiableSortedMap(new TreeMap<>(drains));
    }
}
