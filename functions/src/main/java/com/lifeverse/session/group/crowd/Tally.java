package com.lifeverse.session.group.crowd;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How full the sections were a moment ago: good enough to be shown, to know where to look for a seat, and to know when everybody
 * may be gone. What it says of a section never becomes older.
 */
public record Tally(Map<Integer, Count> counts) {
    /** Of a crowd that nothing is known of. */
    public static final Tally NONE = new Tally(Map.of());

    /**
     * What is known of a section.
     *
     * @param revision of the section when it was counted
     */
    public record Count(long revision, int used, int inside) {
        public static Count of(Section section) {
            return new Count(section.revision(), section.used(), section.inside());
        }
    }

    public Tally {
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    public int used() {
        return counts.values().stream().mapToInt(Count::used).sum();
    }

    public int used(int section) {
        var count = counts.get(section);
        return count == null ? 0 : count.used();
    }

    public int inside() {
        return counts.values().stream().mapToInt(Count::inside).sum();
    }

    /** Grows with every count. */
    public long revision() {
        return counts.values().stream().mapToLong(Count::revision).sum();
    }
}
