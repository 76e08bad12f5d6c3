package com.lifeverse.local.http.api;

import java.time.Duration;

/**
 * The function behind a route.
 *
 * @param functionArn with or without alias
 * @param timeout after which the gateway answers by itself
 */
public record Integration(String functionArn, Duration timeout) {}
