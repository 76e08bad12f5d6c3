package com.lifeverse.session;

import java.time.Instant;

/**
 * How long a session lives unless it is renewed.
 *
 * @param renewAt when to renew next
 * @param expiresAt when the session ends if nothing renews it: {@code renewAt} and the grace
 */
public record Lease(Instant renewAt, Instant expiresAt) {}
