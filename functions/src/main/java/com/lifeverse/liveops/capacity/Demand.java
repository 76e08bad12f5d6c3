package com.lifeverse.liveops.capacity;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much is asked for at a moment.
 *
 * @param events which events ask for it, each with its own factor
 */
public record Demand(SortedMap<String, Double> events) {
    /** The usual load. */
    public static final Demand USUAL = new Demand(new TreeMap<>());

    public Demand {
        events = Collections.unmodifiableSortedMap(new TreeMap<>(events));
    }

    /**
     * So many times the usual load. Each event adds what it adds to the usual load, as in a {@link com.lifeverse.liveops.plan.Forecast}: the greatest of
     * them alone would be too little if each brings players of its own, and whether they are the same nobody knows beforehand.
     */
    public double factor() {
        return 1 + events.values().stream().mapToDouble(factor -> factor - 1).sum();
    }

    /** True if it is more than the usual load. */
    public boolean isMore() {
        return !events.isEmpty();
    }

    /** What has to stand ready for it, always the same targets in the same order; none of it for the usual load. */
    public List<Target> targets(CapacityPolicy policy) {
        double factor = factor();
        return List.of(
                new Target.Function("sign-in", policy.signIn().at(factor)),
                new Target.Function("timeline", policy.timeline().at(factor)),
                new Target.Table(
                        "live", policy.live().readsAt(factor), policy.live().writesAt(factor)));
    }
}
