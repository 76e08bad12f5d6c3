package com.lifeverse.session.group;

import com.lifeverse.session.Platform;

/**
 * A player at the door.
 *
 * @param sessionId the session they come with; if it is lost, so is their connection
 */
public record Entrant(String playerId, String sessionId, Platform platform, Traits traits) {}
