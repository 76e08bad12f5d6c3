package com.lifeverse.liveops.event;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Different values for different players, to see which serve them best.
 *
 * @param id its name within the event; the same name goes on, another one starts anew
 * @param variants what players are given, in the order in which shares are dealt out
 * @param holdout so many of a hundred take no part, and are what the others are compared with
 * @param lock true if a player keeps what they were first shown, whatever the shares become
 */
public record Experiment(String id, List<Variant> variants, int holdout, boolean lock) {
    /**
     * One group of players.
     *
     * @param name what figures call it
     * @param percent of all players, 0 to 100
     * @param overrides what has another value for them while the event runs, by flag
     */
    public record Variant(String name, int percent, SortedMap<String, Object> overrides) {
        public Variant {
            overrides = Collections.unmodifiableSortedMap(new TreeMap<>(overrides));
        }
    }

    public Experiment {
        variants = List.copyOf(variants);
    }
}
