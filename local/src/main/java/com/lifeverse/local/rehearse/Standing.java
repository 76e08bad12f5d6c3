package com.lifeverse.local.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a player stands, as the service says it.
 *
 * @param reached the tiers
 * @param claimed those of them that were asked for, with when
 */
record Standing(Instant joinedAt, long progress, List<Integer> reached, SortedMap<Integer, Instant> claimed) {
    Standing {
        reached = List.copyOf(reached);
        claimed = Collections.unmodifiableSortedMap(new TreeMap<>(claimed));
    }

    static Standing of(JsonNode participation) {
        var reached = new ArrayList<Integer>();
        var claimed = new TreeMap<Integer, Instant>();
        for (var tier : participation.path("tiers")) {
            int number = tier.path("tier").asInt();
            if (tier.path("reached").asBoolean()) {
                reached.add(number);
            }
            if (tier.has("claimedAt")) {
                claimed.put(number, Instant.parse(tier.path("claimedAt").asText()));
            }
        }
        return new Standing(
                Instant.parse(participation.path("joinedAt").asText()),
                participation.path("progress").asLong(),
                reached,
                claimed);
    }
}
