package com.lifeverse.liveops.desk;

/**
 * What a publication belongs together with.
 *
 * @param id of all that was published in one go, as whoever did so calls it
 * @param takenBack true if it was published to take that batch back; false if it is one of it
 */
public record Batch(String id, boolean takenBack) {}
