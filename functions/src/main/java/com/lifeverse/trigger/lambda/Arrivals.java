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
 * What a queue batch brought: first the players' profiles take in what is new, then it is asked whom triggers want. A profile is read
 * once for all that came of its player, and not at all if nothing that came needs it.
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

    private final List<Arrival> all = new ArrayList<>();

    void add(Arrival arrival) {
        all.add(arrival);
    }

    /**
     * Those whose players triggers want, in the batch, and in the order in which they came: where all players count together, whoever was
     * first is first.
     *
     * @param failed what is to be done with what came of a player whose profile cannot be kept: it holds up nobody else
     */
    void sort(
            ProfileKeeping keeping,
            PlayerConditions conditions,
            EventBatch batch,
            BiConsumer<List<Arrival>, RuntimeException> failed) {
        var sorted = new ArrayList<>(all);
        places().forEach((player, places) -> {
            var arrivals = places.stream().map(all::get).toList();
            if (arrivals.stream().anyMatch(Arrival::needsProfile)) {
                try {
                    var suited = suited(player, arrivals, keeping, conditions);
                    for (int at = 0; at < places.size(); at++) {
                        sorted.set(places.get(at), suited.get(at));
                    }
                } catch (RuntimeException failure) {
                    places.forEach(place -> sorted.set(place, all.get(place).wantedBy(List.of())));
                    failed.accept(arrivals, failure);
                }
            }
        });
        sorted.forEach(batch::add);
    }

    /** Where each player's arrivals stand. */
    private Map<String, List<Integer>> places() {
        var places = new LinkedHashMap<String, List<Integer>>();
        for (int at = 0; at < all.size(); at++) {
            places.computeIfAbsent(all.get(at).event().playerId(), _ -> new ArrayList<>())
                    .add(at);
        }
        return places;
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
                    .filter(wish -> wish.isFor(wanting, arrival.event().isReplay()))
                    .toList()));
        }
        return suited;
    }
}
