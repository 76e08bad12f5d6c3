package com.lifeverse.liveops.compensation;

/**
 * What one player is to get.
 *
 * @param amount of the item
 */
public record Line(String playerId, String item, int amount) {}
