package com.lifeverse.trigger.lambda;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.profile.Profile;
import com.lifeverse.trigger.profile.ProfileKeeping;
import com.lifeverse.trigger.profile.ProfileKeeping.Heard;
import com.lifeverse.trigger.profile.ProfileNews;
import com.lifeverse.trigger.profile.aws.PlayerConditions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What a queue batch brought, by player: first the players' profiles take in what is new, then it is asked whom triggers want. A
 * profile is read once for all that came of its player, and not at all if nothing that came needs it.
 */
final class Arrivals {
    /**
     * An event that somebody wants, or that tells something of its player.
     *
     * @param messageId the message that brought it
     */
    record Arrival(String messageId, Envelope event, List<EventBatch.Wish> wishes, Optional<ProfileNews> news) {
        Arrival {
            wishes = List.copyOf(wishes);
            // Without these two, happenings of different players or matches would be taken for the same.
            if (event.playerId().isEmpty() || event.deduplicationId().isEmpty()) {
                throw new IllegalArgumentException("Event " + event.id() + " names no player or no happening");
            }
        }

        private boolean needsProfile() {
            return news.isPresent() || wishes.stream().anyMatch(wish -> PlayerConditions.has(wish.trigger()));
        }

        private Heard heard() {
            return new Heard(Optional.of(event), news);
        }

        private Arrival wantedBy(List<EventBatch.Wish> those) {
            return new Arrival(messageId, event, those, news);
        }
    }

    private final Map<String, List<Arrival>> players = new LinkedHashMap<>();

    void add(Arrival arrival) {
        players.computeIfAbsent(arrival.event().playerId(), _ -> new ArrayList<>())
                .add(arrival);
    }

    /**
     * Those whose players triggers want, in the batch.
     *
     * @param failed what is to be done with what came of a player whose profile cannot be kept: it holds up nobody else
     */
    void sort(
            ProfileKeeping keeping,
            PlayerConditions conditions,
            EventBatch batch,
            BiConsumer<List<Arrival>, RuntimeException> failed) {
        players.forEach((player, arrivals) -> {
            if (arrivals.stream().noneMatch(Arrival::needsProfile)) {
                arrivals.forEach(batch::add);
                return;
            }
            try {
                suited(player, arrivals, keeping, conditions).forEach(batch::add);
            } catch (RuntimeException failure) {
                failed.accept(arrivals, failure);
            }
        });
    }

    // An event is held against what is known of its player with what it says itself.
    private static List<Arrival> suited(
            String player, List<Arrival> arrivals, ProfileKeeping keeping, PlayerConditions conditions) {
        var known = keeping.keep(player, arrivals.stream().map(Arrival::heard).toList());
        var met = new LinkedHashMap<Profile, List<String>>();
        var suited = new ArrayList<Arrival>();
        for (int at = 0; at < arrivals.size(); at++) {
            var now = known.get(at);
            var arrival = arrivals.get(at);
            var wanting = met.computeIfAbsent(now.profile(), _ -> conditions.met(now.document()));
            suited.add(arrival.wantedBy(arrival.wishes().stream()
                    .filter(wish -> wish.isFor(wanting))
                    .toList()));
        }
        return suited;
    }
}
