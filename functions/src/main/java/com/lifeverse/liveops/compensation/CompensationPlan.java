package com.lifeverse.liveops.compensation;

import com.lifeverse.liveops.plan.Reach;
import java.time.Duration;
import java.util.List;

/**
 * Whom an incident has cost what, and what would make up for it. Nothing is given by a plan.
 *
 * @param missed the stretches of the event that fall into the incident
 * @param affected in the order of their ids
 */
public record CompensationPlan(List<Reach> missed, List<Affected> affected) {
    /**
     * One player.
     *
     * @param time how much of the event they were there for, or would have been
     * @param progress how much they had counted in the day before, so that people can judge what they missed
     * @param amount of the rate's item
     */
    public record Affected(String playerId, Duration time, long progress, int amount) {}

    public CompensationPlan {
        missed = List.copyOf(missed);
        affected = List.copyOf(affected);
    }

    /** All that would be given. */
    public long total() {
        return affected.stream().mapToLong(Affected::amount).sum();
    }
}
