package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.TriggerStates.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A queue batch sorted by player and trigger, and what of it has to come back. */
final class EventBatch {
    /** An event with the message that brought it. */
    record Delivery(String messageId, Envelope event) {
        Delivery {
            // Without these two, happenings of different players or matches would be taken for the same.
            if (event.playerId().isEmpty() || event.deduplicationId().isEmpty()) {
                throw new IllegalArgumentException("Event " + event.id() + " names no player or no happening");
            }
        }
    }

    private final Map<Subject, List<Delivery>> groups = new LinkedHashMap<>();
    private final Set<String> failed = new LinkedHashSet<>();

    /** Adds a record for each of these triggers; without any it is done with. */
    void add(JsonNode record, List<String> triggers) throws JsonProcessingException {
        if (triggers.isEmpty()) {
            return;
        }
        var event = Envelopes.read(Json.read(record.path("body").asText()).path("detail"));
        var delivery = new Delivery(record.path("messageId").asText(), event);
        for (var trigger : triggers) {
            groups.computeIfAbsent(new Subject(event.playerId(), trigger), _ -> new ArrayList<>())
                    .add(delivery);
        }
    }

    /** The deliveries of each player and trigger, in the order of their arrival. */
    Map<Subject, List<Delivery>> groups() {
        return Collections.unmodifiableMap(groups);
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
