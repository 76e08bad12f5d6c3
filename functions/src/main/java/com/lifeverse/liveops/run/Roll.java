package com.lifeverse.liveops.run;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Who takes part in an occurrence, in so many buckets that no two of them share a place in the table. */
public interface Roll {
    /**
     * Somebody who takes part.
     *
     * @param offset of their clocks, as it was when they joined
     */
    record Player(String playerId, ZoneOffset offset, Instant joinedAt) {}

    /**
     * Some of a bucket.
     *
     * @param next where the next ones are; empty behind the last
     */
    record Page(List<Player> players, Optional<String> next) {
        public Page {
            players = List.copyOf(players);
        }
    }

    /** How many buckets there are. */
    int buckets();

    /** The next of a bucket, a page of the table: half a read unit for each 4 KB. An outage is an exception. */
    Page page(String event, LocalDateTime occurrence, int bucket, Optional<String> after);
}
