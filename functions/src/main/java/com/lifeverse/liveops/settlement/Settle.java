package com.lifeverse.liveops.settlement;

import com.lifeverse.liveops.participation.Participation;
import com.lifeverse.liveops.participation.ParticipationEvents;
import com.lifeverse.liveops.participation.ParticipationPolicy;
import com.lifeverse.liveops.participation.ParticipationRules;
import com.lifeverse.liveops.participation.ParticipationRules.Claiming;
import com.lifeverse.liveops.participation.Participations;
import com.lifeverse.liveops.participation.Participations.Change;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks for all that a player is owed: one conditional write marks the tiers and carries the news that ask for the grants. One read unit and
 * one write unit for each KB, which is one for two tiers, for a player who is owed something; one read unit for who is not any more. Asked again, by whomever, nothing is given twice.
 */
public record Settle(Participations participations, ParticipationPolicy policy) {
    /** What came of it. */
    public enum Outcome {
        /** All that was owed was asked for. */
        CLAIMED,
        /** Nothing was owed. */
        NOTHING_OWED,
        /** The player is not there any more. */
        GONE
    }

    /**
     * Settles with one player.
     *
     * @throws IllegalStateException if others wrote each time; it may be asked again
     */
    public Outcome with(Subject subject, String playerId, Instant now) {
        for (int attempt = 0; attempt < policy.attempts(); attempt++) {
            var who = participations.find(subject.event().id(), subject.occurrence(), playerId);
            if (who.isEmpty()) {
                return Outcome.GONE;
            }
            var outcome = with(subject, who.get(), now);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new IllegalStateException("Somebody else wrote each time that a player was settled with");
    }

    /** Empty if somebody has written in between. */
    private Optional<Outcome> with(Subject subject, Participation who, Instant now) {
        return switch (ParticipationRules.settle(subject.event(), who, subject.goal(), now)) {
            case Claiming.Claimed(var after, var owed) -> {
                var news = owed.stream()
                        .map(reward -> ParticipationEvents.rewardOwed(after, reward, now))
                        .toList();
                var change = new Change(
                        after, Optional.empty(), 0, news, subject.over().plus(policy.kept()));
                yield switch (participations.save(change)) {
                    case DONE -> Optional.of(Outcome.CLAIMED);
                    case OVERTAKEN, COUNTED -> Optional.empty();
                };
            }
            case Claiming.Before() -> Optional.of(Outcome.NOTHING_OWED);
            case Claiming.NotReached _, Claiming.NoSuchTier _, Claiming.Over _ ->
                throw new IllegalStateException("A settlement asks for what is reached, whenever it is");
        };
    }
}
