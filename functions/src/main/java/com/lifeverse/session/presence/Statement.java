package com.lifeverse.session.presence;

/**
 * What a player says of themselves; it holds as long as the session that said it.
 *
 * @param status shown to those who may see the player; may be empty
 */
public record Statement(String sessionId, Availability availability, String status) {}
