package com.lifeverse.trigger.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one event meant to a trigger with all its versions.
 *
 * @param version the one that acts for the player; empty if none does
 * @param whom why it is that one, in plain words; empty if there is only one, for everybody
 * @param explanation of the one that acts; where none does, why not
 * @param shadow of the one that only decides
 */
public record Whole(String version, String whom, Explanation explanation, Optional<Shadow> shadow) {
    /** What it meant to a version that only decides. */
    public record Shadow(String version, Explanation explanation) {}

    /** The whole in plain words, a line each. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        if (!whom.isEmpty()) {
            lines.add(whom);
        }
        lines.addAll(explanation.lines());
        shadow.ifPresent(other -> {
            lines.add("In the shadow, version %s, of which nothing comes:".formatted(other.version()));
            other.explanation().lines().forEach(line -> lines.add("  " + line));
        });
        return lines;
    }
}
