package com.lifeverse.session.notice;

import com.lifeverse.platform.Bounds;
import java.time.Duration;
import java.time.Instant;

/**
 * Every number of notices.
 *
 * @param ticketLife how long a ticket opens a connection, once
 * @param connectionLife after which the gateway ends every connection; API Gateway's own limit
 * @param settling how young a connection may be for the gateway not to know it yet: it does so only after {@code $connect}
 * @param poll how often a client without a connection may ask
 * @param players whom one request for a notice can reach
 */
public record NoticePolicy(
        Duration ticketLife, Duration connectionLife, Duration settling, Duration poll, int players) {
    public NoticePolicy {
        Bounds.hold(ticketLife.isPositive(), "ticketLife must be positive");
        Bounds.hold(connectionLife.compareTo(ticketLife) > 0, "connectionLife must exceed ticketLife");
        Bounds.hold(!settling.isNegative(), "settling must not be negative");
        Bounds.hold(poll.isPositive() && poll.toSeconds() <= 10, "poll must be positive and 10 seconds at most");
        Bounds.hold(players >= 1, "players must be at least 1");
    }

    /** When what is kept of a session's connection may be swept away; only a broom, nothing relies on it. */
    public Instant sweptAt(Instant now) {
        return now.plus(connectionLife.multipliedBy(2));
    }

    /** True if the gateway knows the connection by now, or never will. */
    public boolean settled(Connection connection, Instant now) {
        return connection.since().plus(settling).isBefore(now);
    }
}
