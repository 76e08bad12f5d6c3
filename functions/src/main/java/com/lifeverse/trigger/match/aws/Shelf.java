package com.lifeverse.trigger.match.aws;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Patterns that have something in common, so that an event may match them if it has it too. */
final class Shelf {
    private final List<Filed> patterns = new ArrayList<>();

    void add(Filed pattern) {
        patterns.add(pattern);
    }

    /** Adds the patterns that the event may match. */
    void ask(@Nullable Said[] said, Set<Filed> candidates) {
        for (int at = 0; at < patterns.size(); at++) {
            var pattern = patterns.get(at);
            if (pattern.allows(said)) {
                candidates.add(pattern);
            }
        }
    }
}
