package com.lifeverse.liveops.participation;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.participation.Goals.Goal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * Adds up what all players came to together, and publishes it: the next look makes up for one that did not come, and one that comes
 * twice finds nothing new. A look costs one read unit for each 4 KB of shares, a new total a write unit.
 */
public record GoalKeeper(Goals goals, ParticipationPolicy policy) {
    /** What counts last is written shortly before an occurrence is over, so it is looked at for a while after. */
    private static final Duration AFTER = Duration.ofHours(2);

    /** Sees to an event's occurrences that have begun. Returns how many totals it has published. */
    public int keep(LiveEvent event, Instant now) {
        int published = 0;
        if (ParticipationRules.together(event)) {
            for (var occurrence : ParticipationRules.begun(event.calendar(), now.minus(AFTER), now)) {
                published += keep(event, occurrence, now) ? 1 : 0;
            }
        }
        return published;
    }

    private boolean keep(LiveEvent event, LocalDateTime occurrence, Instant now) {
        long sum = goals.sum(event.id(), occurrence);
        var before = goals.published(event.id(), occurrence);
        if (sum == before.amount()) {
            return false;
        }
        var news = event.rewards().stream()
                .filter(reward -> before.amount() < reward.at() && reward.at() <= sum)
                .map(reward -> ParticipationEvents.tierReached(event.id(), occurrence, reward, sum, now))
                .toList();
        var forgotten =
                ParticipationRules.lastOver(event.calendar(), occurrence).plus(policy.kept());
        return goals.publish(event.id(), occurrence, new Goal(sum, now, before.version() + 1), news, forgotten);
    }
}
