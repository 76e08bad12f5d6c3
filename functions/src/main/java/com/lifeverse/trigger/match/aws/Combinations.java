package com.lifeverse.trigger.match.aws;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * How many ways there are through the alternatives of a pattern: each is one more rule to a matcher, so that a short pattern with many
 * {@code $or} beside each other takes minutes and gigabytes to build. Counted without building any.
 */
final class Combinations {
    /** EventBridge takes no more for a rule. */
    static final int MOST = 1_000;

    private Combinations() {}

    /** What is wrong with the pattern; empty if nothing is. */
    static Optional<String> fault(JsonNode pattern) {
        return of(pattern) > MOST
                ? Optional.of("has more than %,d combinations by its $or; make several triggers of it".formatted(MOST))
                : Optional.empty();
    }

    // What stands beside each other multiplies, what stands under one $or adds up. Beyond the most it is not counted
    // exactly.
    private static int of(JsonNode object) {
        int ways = 1;
        for (var field : object.properties()) {
            if (field.getKey().equals("$or") && field.getValue().isArray()) {
                int choices = 0;
                for (var choice : field.getValue()) {
                    choices = Math.min(MOST + 1, choices + of(choice));
                }
                ways *= Math.max(1, choices);
            } else if (field.getValue().isObject()) {
                ways *= of(field.getValue());
            }
            ways = Math.min(MOST + 1, ways);
        }
        return ways;
    }
}
