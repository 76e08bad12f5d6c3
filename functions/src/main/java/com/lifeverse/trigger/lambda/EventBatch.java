package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.TriggerEngine.Wanted;
import com.lifeverse.trigger.TriggerStates;
import com.lifeverse.trigger.decide.Happening;
import com.lifeverse.trigger.lambda.Arrivals.Arrival;
import com.lifeverse.trigger.match.aws.Steps;
import com.lifeverse.trigger.profile.aws.PlayerConditions;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A queue batch sorted by player and trigger, and what of it has to come back. */
final class EventBatch {
    /** An event with the message that brought it. */
    record Delivery(String messageId, Envelope event, int step) {}

    /** A trigger that wants an event, and as which step. */
    record Wish(Trigger trigger, int step) {
        /** Whether it is for a player whom these triggers want; what ends a wait ends it whoever the player has become. */
        boolean isFor(List<String> wanting) {
            return !PlayerConditions.has(trigger) || endsWait() || wanting.contains(trigger.id());
        }

        private boolean endsWait() {
            return step == Wishes.ANSWER && trigger.window().measure() instanceof Measure.Absence;
        }
    }

    /** What is decided together for one owner: what a trigger wants, and what brought it. */
    record Group(Trigger trigger, String owner, List<Delivery> deliveries) {
        Wanted wanted() {
            return new Wanted(
                    trigger,
                    owner,
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
                var owner = wish.trigger().window().owner(event.playerId());
                groups.computeIfAbsent(owner, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(wish.trigger().id(), _ -> new Group(wish.trigger(), owner, new ArrayList<>()))
                        .deliveries()
                        .add(delivery);
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
