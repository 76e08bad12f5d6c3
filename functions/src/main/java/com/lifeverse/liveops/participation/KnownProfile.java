package com.lifeverse.liveops.participation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was told of a player last, for audiences.
 *
 * @param revision of the profile; of two tellings the one of the higher revision holds
 * @param document the profile as it was told
 * @param tagsUntil when each tag in it runs out, which nobody tells
 */
public record KnownProfile(long revision, Map<String, Object> document, SortedMap<String, Instant> tagsUntil) {
    /** Somebody of whom nothing was told. */
    public static final KnownProfile NOBODY =
            new KnownProfile(0, Map.of("tags", List.of(), "untagged", List.of()), new TreeMap<>());

    private static final String TAGS = "tags";
    private static final String UNTAGGED = "untagged";

    public KnownProfile {
        document = Collections.unmodifiableMap(new LinkedHashMap<>(document));
        tagsUntil = Collections.unmodifiableSortedMap(new TreeMap<>(tagsUntil));
    }

    /** The profile as it is at that moment: tags that have run out are no longer the player's. */
    public Map<String, Object> at(Instant now) {
        var tags = new ArrayList<Object>();
        var untagged = new ArrayList<Object>(list(UNTAGGED));
        for (var tag : list(TAGS)) {
            var until = tag instanceof String name ? tagsUntil.get(name) : null;
            (until != null && !now.isBefore(until) ? untagged : tags).add(tag);
        }
        var current = new LinkedHashMap<>(document);
        current.put(TAGS, tags);
        current.put(UNTAGGED, untagged);
        return current;
    }

    /** Where the player is; empty text if nobody has said. */
    public String region() {
        return document.get("region") instanceof String region ? region : "";
    }

    private List<?> list(String name) {
        return document.get(name) instanceof List<?> values ? values : List.of();
    }
}
