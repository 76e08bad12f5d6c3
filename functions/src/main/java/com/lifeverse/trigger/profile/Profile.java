package com.lifeverse.trigger.profile;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of one player. Each value knows when it was said, so that the order in which news arrive makes no difference: of
 * two the later one holds, and what is told again changes nothing.
 *
 * @param said attributes
 * @param tags those that the player has, and for a while those that were taken away or have run out
 * @param counters what was counted
 * @param recent the latest happenings that were counted, the oldest first: a repeat of one of them costs no write
 */
public record Profile(
        Map<Attribute, Said> said, SortedMap<String, Tag> tags, SortedMap<String, Long> counters, List<Long> recent) {
    /** How many tags and counters are kept together; with names of at most 32 letters, a profile stays below 4 KB. */
    public static final int MOST = 32;

    /** How many repeats are known without a write. */
    public static final int RECENT = 16;

    /** Somebody of whom nothing is known. */
    public static final Profile NEW =
            new Profile(Map.of(), Collections.emptySortedMap(), Collections.emptySortedMap(), List.of());

    public Profile {
        var ordered = new EnumMap<Attribute, Said>(Attribute.class);
        ordered.putAll(said);
        said = Collections.unmodifiableMap(ordered);
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        counters = Collections.unmodifiableSortedMap(new TreeMap<>(counters));
        recent = List.copyOf(recent);
    }

    /**
     * A value.
     *
     * @param at when it came to be so
     */
    public record Said(String value, Instant at) {
        /** The one that holds. Of two of the same moment always the same, whichever comes first. */
        Said or(Said other) {
            int order = at.compareTo(other.at);
            return order > 0 || (order == 0 && value.compareTo(other.value) >= 0) ? this : other;
        }
    }

    /**
     * A tag.
     *
     * @param until when it runs out; not after {@code at} if it was taken away
     * @param at when it came to be so
     */
    public record Tag(Instant until, Instant at) {
        /** Whether the player has it. */
        public boolean holds(Instant now) {
            return until.isAfter(now);
        }

        /** The one that holds, as of {@link Said}. */
        Tag or(Tag other) {
            int order = at.compareTo(other.at);
            return order > 0 || (order == 0 && !until.isBefore(other.until)) ? this : other;
        }
    }
}
