package com.lifeverse.liveops.timeline;

import java.time.Instant;
import java.util.List;

/**
 * Which timelines are the newest.
 *
 * @param version grows with each making; clients take no lower one than they have seen
 * @param folder where they are
 * @param catalogue the revision of the catalogue that they were made from
 * @param expires after which nobody relies on them
 * @param leftOut the names of events, some of them at least, for which there was no room in one
 */
public record Pointer(long version, String folder, long catalogue, Instant expires, List<String> leftOut) {
    /** To timelines with room for all. */
    public Pointer(long version, String folder, long catalogue, Instant expires) {
        this(version, folder, catalogue, expires, List.of());
    }

    public Pointer {
        leftOut = List.copyOf(leftOut);
    }
}
