package com.lifeverse.liveops.flag;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that can be set in the game.
 *
 * @param all by name
 */
public record Flags(SortedMap<String, Flag> all) {
    /** None is declared: nothing is known of any. */
    public static final Flags NONE = new Flags(new TreeMap<>());

    public Flags {
        all = Collections.unmodifiableSortedMap(new TreeMap<>(all));
    }

    /** The flag of that name; empty if it is not declared. */
    public Optional<Flag> find(String name) {
        return Optional.ofNullable(all.get(name));
    }
}
