package com.lifeverse.session.queue;

import java.time.Instant;

/**
 * How many players were online.
 *
 * @param at when they began to be counted
 */
public record Headcount(long players, Instant at) {}
