package com.lifeverse.trigger.profile;

import java.time.Instant;
import java.util.List;

/**
 * What one happening tells of a player.
 *
 * @param key 64 bits of the hash of what names the happening: it is counted once, however often it is told
 * @param at when it happened
 */
public record ProfileNews(long key, Instant at, List<ProfileStep> steps) {
    public ProfileNews {
        steps = List.copyOf(steps);
    }

    /** Whether anything in it is counted, and so must be remembered. */
    public boolean counts() {
        return steps.stream().anyMatch(ProfileStep.Count.class::isInstance);
    }
}
