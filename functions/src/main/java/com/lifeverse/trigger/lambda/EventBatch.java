package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.TriggerEngine.Part;
import com.lifeverse.trigger.TriggerEngine.Wanted;
import com.lifeverse.trigger.TriggerStates;
import com.lifeverse.trigger.TriggerStates.Subject;
import com.lifeverse.trigger.decide.Happening;
import com.lifeverse.trigger.lambda.Arrivals.Arrival;
import com.lifeverse.trigger.match.aws.Steps;
import com.lifeverse.trigger.profile.aws.PlayerConditions;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Versions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A queue batch sorted by player and trigger, and what of it has to come back. */
final class EventBatch {
    /** An event with the message that brought it. */
    record Delivery(String messageId, Envelope event, int step) {}

    /**
     * A version of a trigger that wants an event, and as which step.
     *
     * @param versions all of that trigger
     */
    record Wish(Versions versions, Trigger trigger, int step) {
        /** Whether this is the version that acts for this player, or the one that decides beside it. */
        boolean concerns(String playerId) {
            var owner = versions.owner(playerId);
            return is(versions.acting(owner)) || is(versions.shadowing(owner));
        }

        private boolean is(Optional<Trigger> version) {
            return version.filter(one -> one.version().equals(trigger.version()))
                    .isPresent();
        }

        /**
         * Whether it is for a player whom these triggers want; what ends a wait ends it whoever the player has become. Who they were when
         * something happened that is told again from the archive, nobody knows: whom a trigger refused then it must not act for now.
         */
        boolean isFor(List<String> wanting, boolean replayed) {
            return !PlayerConditions.has(trigger)
                    || endsWait()
                    || (!replayed && wanting.contains(PlayerConditions.name(trigger)));
        }

        private boolean endsWait() {
            return step == Wishes.ANSWER && trigger.window().measure() instanceof Measure.Absence;
        }
    }

    /**
     * What is decided together for one owner and one trigger: what its versions want, and what brought it.
     *
     * @param deliveries what the version that acts wants
     * @param shadowed what the one that only decides wants
     */
    record Group(Versions versions, String owner, List<Delivery> deliveries, List<Delivery> shadowed) {
        Group(Versions versions, String owner) {
            this(versions, owner, new ArrayList<>(), new ArrayList<>());
        }

        /** The version that acts; where none does, the one that only decides. */
        Trigger trigger() {
            return versions.acting(owner)
                    .or(() -> versions.shadowing(owner))
                    .orElseGet(() -> versions.current().trigger());
        }

        private void add(Wish wish, Delivery delivery) {
            if (wish.is(versions.acting(owner))) {
                deliveries.add(delivery);
            }
            if (wish.is(versions.shadowing(owner))) {
                shadowed.add(delivery);
            }
        }

        Wanted wanted() {
            return new Wanted(
                    new Subject(owner, versions.id()),
                    // Where none acts there are no deliveries for it, but when it has to tell what it held is still
                    // written.
                    versions.telling(owner).map(trigger -> part(trigger, deliveries)),
                    versions.shadowing(owner).map(trigger -> part(trigger, shadowed)));
        }

        private static Part part(Trigger trigger, List<Delivery> deliveries) {
            return new Part(
                    trigger,
                    deliveries.stream()
                            .map(delivery -> new Happening(delivery.event(), delivery.step()))
                            .toList());
        }
    }

    private final Map<String, Map<String, Group>> groups = new LinkedHashMap<>();
    private final Set<String> failed = new LinkedHashSet<>();

    /** Adds an event for each of the triggers that want it; without any it is done with. */
    void add(Arrival arrival) {
        var event = arrival.event();
        for (var wish : arrival.wishes()) {
            var delivery = new Delivery(arrival.messageId(), event, wish.step());
            if (wish.step() != Steps.NONE) {
                var owner = wish.versions().owner(event.playerId());
                groups.computeIfAbsent(owner, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(wish.trigger().id(), _ -> new Group(wish.versions(), owner))
                        .add(wish, delivery);
            }
        }
    }

    /**
     * What is decided together: all of one owner, or as much of it as can be stored at once. Triggers of higher priority come
     * first, so that their effects are told first.
     */
    List<List<Group>> groups() {
        var parts = new ArrayList<List<Group>>();
        for (var ofOwner : groups.values()) {
            var sorted = ofOwner.values().stream()
                    .sorted(Comparator.comparingInt(
                            group -> -group.trigger().pace().priority()))
                    .toList();
            for (int from = 0; from < sorted.size(); from += TriggerStates.MOST) {
                parts.add(sorted.subList(from, Math.min(sorted.size(), from + TriggerStates.MOST)));
            }
        }
        return parts;
    }

    /** This message must come back; what else it led to will then be recognised as done. */
    void failed(String messageId) {
        failed.add(messageId);
    }

    /** What the queue's mapping is to know. */
    ObjectNode answer() {
        var answer = Json.object();
        var failures = answer.putArray("batchItemFailures");
        failed.forEach(message -> failures.addObject().put("itemIdentifier", message));
        return answer;
    }
}
