package com.lifeverse.trigger.spec;

import java.util.List;

/**
 * What people need to know of a trigger.
 *
 * @param description what it does
 * @param labels where to find it; from the taxonomy
 * @param owner the team that answers for it
 * @param runbook what to do when it misbehaves; below {@code docs/}
 * @param accessibility how players with differing needs perceive what it does
 */
public record About(String description, List<String> labels, String owner, String runbook, String accessibility) {
    public About {
        labels = List.copyOf(labels);
    }
}
