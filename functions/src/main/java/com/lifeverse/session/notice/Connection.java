package com.lifeverse.session.notice;

import java.time.Instant;

/**
 * An open connection of a session; a session has at most one.
 *
 * @param id the gateway's name of it
 * @param since when it was opened
 */
public record Connection(String playerId, String sessionId, String id, Instant since) {}
