package com.lifeverse.session.social;

import java.time.Instant;

/** Somebody on a list, and since when. */
public record Acquaintance(String playerId, Instant since) {}
