package com.lifeverse.liveops.timeline;

import java.time.Instant;

/**
 * Which timelines are the newest.
 *
 * @param version grows with each making; clients take no lower one than they have seen
 * @param folder where they are
 * @param catalogue the revision of the catalogue that they were made from
 * @param expires after which nobody relies on them
 */
public record Pointer(long version, String folder, long catalogue, Instant expires) {}
