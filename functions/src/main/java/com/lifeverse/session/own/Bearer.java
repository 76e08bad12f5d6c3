package com.lifeverse.session.own;

import com.lifeverse.session.Platform;

/** Who calls, as the access token says that the gateway has checked. */
public record Bearer(String playerId, String sessionId, long generation, Platform platform) {}
