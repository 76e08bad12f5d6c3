package com.lifeverse.liveops.participation;

import com.lifeverse.platform.Bounds;
import java.time.Duration;

/**
 * The numbers of participation.
 *
 * @param cohort so many players have a board together
 * @param attempts how often a write is tried that others were faster at
 * @param kept how long participations are kept when their occurrence is over
 */
public record ParticipationPolicy(int cohort, int attempts, Duration kept) {
    public ParticipationPolicy {
        Bounds.hold(cohort >= 2 && cohort <= 200, "cohort must be 2 to 200, for a board is one answer");
        Bounds.hold(attempts >= 1 && attempts <= 20, "attempts must be 1 to 20");
        Bounds.hold(kept.compareTo(Duration.ofDays(15)) >= 0, "kept must be 15 days at least, for news come so late");
    }
}
