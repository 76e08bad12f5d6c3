package com.lifeverse.session.group.find;

import com.lifeverse.session.group.Entrant;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody looks for.
 *
 * @param region empty for groups of no region
 * @param seats that must be open at least
 * @param backfill true for those only that ask for more players
 * @param attributes that must be as said
 * @param seeker who looks; their platform, wishes and needs are respected
 */
public record Wanted(
        String template,
        Optional<String> region,
        int seats,
        boolean backfill,
        Map<String, String> attributes,
        Entrant seeker) {
    public Wanted {
        attributes = Map.copyOf(attributes);
    }
}
