package com.lifeverse.session;

import com.lifeverse.platform.Bounds;
import com.lifeverse.platform.Quota;
import java.time.Duration;
import java.time.Instant;

/**
 * Every number of player sessions. They are checked against each other when the record is made.
 *
 * @param lease how long a session lives from one renewal to the next
 * @param shortestLease that operators may set while everything runs: each renewal is a call and a write
 * @param leaseJitterPercent by how much a lease is longer or shorter at random, so that clients do not march in step
 * @param grace how long after its lease a session can still be renewed
 * @param accessTokenLife at least twice the longest lease, so that a token outlives a missed renewal
 * @param refreshTokenLife how long one sign-in can be renewed, from its start
 * @param concurrency how many sessions a player may have at once, and who gives way
 * @param handOffCodeLife how long a code to go on elsewhere can be used
 * @param wrongCredentials how many wrong ones are looked at for one identity
 * @param attempts how often a write that others overtook is decided anew before the caller is asked to come back
 * @param inboxPage messages a page if the caller does not say
 * @param inboxPageLongest messages a page at most
 * @param inboxLife how long a message stays
 * @param keyLead how long a signing key is published before its first use; gateways cache keys for up to two hours
 * @param keyCache how long a function may go on with the keys it has read
 * @param historyLife how long what happened to sessions is kept
 * @param historyLongest entries an answer at most
 * @param sweepAfter how long after the last session could end its item may be swept away
 */
public record SessionPolicy(
        Duration lease,
        Duration shortestLease,
        int leaseJitterPercent,
        Duration grace,
        Duration accessTokenLife,
        Duration refreshTokenLife,
        Concurrency concurrency,
        Duration handOffCodeLife,
        Quota wrongCredentials,
        int attempts,
        int inboxPage,
        int inboxPageLongest,
        Duration inboxLife,
        Duration keyLead,
        Duration keyCache,
        Duration historyLife,
        int historyLongest,
        Duration sweepAfter) {
    public SessionPolicy {
        Bounds.hold(lease.isPositive(), "lease must be positive");
        Bounds.hold(
                shortestLease.isPositive() && shortestLease.compareTo(lease) <= 0,
                "shortestLease must be positive and lease at most");
        Bounds.hold(leaseJitterPercent >= 0 && leaseJitterPercent <= 50, "leaseJitterPercent must be 0 to 50");
        Bounds.hold(!grace.isNegative(), "grace must not be negative");
        var longest = lease.plus(jitter(lease, leaseJitterPercent));
        Bounds.hold(
                accessTokenLife.compareTo(longest.multipliedBy(2)) >= 0,
                "accessTokenLife must be at least twice the longest lease, " + longest);
        Bounds.hold(refreshTokenLife.compareTo(accessTokenLife) > 0, "refreshTokenLife must exceed accessTokenLife");
        Bounds.hold(
                handOffCodeLife.isPositive() && handOffCodeLife.compareTo(Duration.ofMinutes(10)) <= 0,
                "handOffCodeLife must be positive and 10 minutes at most");
        Bounds.hold(attempts >= 1, "attempts must be at least 1");
        Bounds.hold(inboxPage >= 1 && inboxPage <= inboxPageLongest, "inboxPage must be 1 to inboxPageLongest");
        Bounds.hold(inboxLife.isPositive(), "inboxLife must be positive");
        Bounds.hold(keyLead.compareTo(Duration.ofHours(2)) > 0, "keyLead must exceed the gateway's cache of two hours");
        Bounds.hold(keyCache.isPositive(), "keyCache must be positive");
        Bounds.hold(historyLife.isPositive(), "historyLife must be positive");
        Bounds.hold(historyLongest >= 1, "historyLongest must be at least 1");
        Bounds.hold(!sweepAfter.isNegative(), "sweepAfter must not be negative");
    }

    /** The same numbers under another rule for sessions at once. */
    public SessionPolicy allowing(Concurrency rule) {
        return with(lease, rule);
    }

    /** The same numbers with another lease, or with the next one that they allow: a lever must not end sessions. */
    public SessionPolicy leasing(Duration wanted) {
        var atLeast = wanted.compareTo(shortestLease) < 0 ? shortestLease : wanted;
        return with(atLeast.compareTo(longestLease()) > 0 ? longestLease() : atLeast, concurrency);
    }

    /** The longest lease that access tokens outlive twice, jitter included; in whole seconds. */
    public Duration longestLease() {
        long seconds = accessTokenLife.toSeconds() / 2 * 100 / (100 + leaseJitterPercent);
        return Duration.ofSeconds(seconds);
    }

    private SessionPolicy with(Duration otherLease, Concurrency rule) {
        return new SessionPolicy(
                otherLease,
                shortestLease,
                leaseJitterPercent,
                grace,
                accessTokenLife,
                refreshTokenLife,
                rule,
                handOffCodeLife,
                wrongCredentials,
                attempts,
                inboxPage,
                inboxPageLongest,
                inboxLife,
                keyLead,
                keyCache,
                historyLife,
                historyLongest,
                sweepAfter);
    }

    /** The lease that the given generation of a session gets. The jitter follows from its names, so a retry finds the same. */
    public Lease leaseFrom(Instant now, String sessionId, long generation) {
        long most = jitter(lease, leaseJitterPercent).toMillis();
        long offset = Math.floorMod(spread(sessionId, generation), 2 * most + 1) - most;
        return leaseUntil(now.plus(lease).plusMillis(offset));
    }

    /** The lease that has this due time. */
    public Lease leaseUntil(Instant renewAt) {
        return new Lease(renewAt, renewAt.plus(grace));
    }

    /** True if the session's lease and grace are over: nothing can renew it. */
    public boolean lapsed(Session session, Instant now) {
        return session.renewAt().isBefore(earliestDue(now));
    }

    /** The due time that a session must at least have to be still alive. */
    public Instant earliestDue(Instant now) {
        return now.minus(grace);
    }

    /**
     * True if a renewal now brings a new access token. Time is cut into windows of half a token's life; the first
     * renewal in a window brings one, so the token in hand always has at least half its life left when a window ends.
     */
    public boolean accessTokenDue(Session before, Instant now) {
        return window(before, before.renewedAt()) != window(before, now);
    }

    /** When an item with this lease may be swept away; only a broom, nothing relies on it. */
    public Instant sweptAt(Lease lease) {
        return lease.expiresAt().plus(sweepAfter);
    }

    /** How long a key that no longer signs must stay published: caches of functions, then the last token's life. */
    public Duration keyOverlap() {
        return keyCache.plus(accessTokenLife);
    }

    private long window(Session session, Instant at) {
        return Duration.between(session.startedAt(), at).dividedBy(accessTokenLife.dividedBy(2));
    }

    private static Duration jitter(Duration lease, int percent) {
        return lease.multipliedBy(percent).dividedBy(100);
    }

    // The finaliser of MurmurHash3: neighbouring generations land far apart.
    private static long spread(String sessionId, long generation) {
        long mixed = sessionId.hashCode() * 31L + generation;
        mixed = (mixed ^ (mixed >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
