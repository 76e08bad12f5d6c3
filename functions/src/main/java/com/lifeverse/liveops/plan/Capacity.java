package com.lifeverse.liveops.plan;

import java.util.List;

/**
 * What the game usually asks of the account it runs in, and what the account lets it ask. Nothing is measured here: somebody writes it down, with
 * where they have it from.
 *
 * @param players who sign in within thirty days
 * @param requestsPerSecond of the API in the busiest hour of a usual week
 * @param average how much of that it is over a whole day, 0 to 1
 * @param readUnits of tables for each request, with all that goes on behind it
 * @param writeUnits the same
 * @param headRoom so much of each quota should stay free, 0 to 1
 */
public record Capacity(
        long players,
        double requestsPerSecond,
        double average,
        double readUnits,
        double writeUnits,
        double headRoom,
        List<Quota> quotas) {
    /**
     * Something that the account lets be asked only so often.
     *
     * @param limit of the account, by {@code unit}
     * @param each what a request of the API takes of it
     * @param source where that is written
     */
    public record Quota(String name, double limit, String unit, double each, String source) {}

    /** How much of a quota is used at some load. */
    public record Load(Quota quota, double used) {
        /** Of all that there is: 1 is all of it. */
        public double share() {
            return used / quota.limit();
        }
    }

    public Capacity {
        quotas = List.copyOf(quotas);
    }

    /** What is used of each quota when so many times the usual load comes. */
    public List<Load> at(double factor) {
        return quotas.stream()
                .map(quota -> new Load(quota, requestsPerSecond * factor * quota.each()))
                .toList();
    }
}
