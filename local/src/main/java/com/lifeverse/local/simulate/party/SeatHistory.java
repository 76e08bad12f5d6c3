package com.lifeverse.local.simulate.party;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.Calls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;

/**
 * Every state that a party was ever written in, as it really was, with the pointers beside it and what the bus was told. What must hold
 * of every single write is judged as it is seen.
 */
final class SeatHistory {
    private static final String POINTER = "member#";

    private final Map<String, List<PartyState>> written = new TreeMap<>();
    private final Set<String> pointers = new TreeSet<>();
    private final Map<String, Set<String>> told = new TreeMap<>();
    private final List<Violation> found = new ArrayList<>();

    SeatHistory(Stage stage) {
        stage.witness(this::saw);
    }

    List<Violation> violations() {
        return List.copyOf(found);
    }

    /** The states of each party, in the order in which they were written. */
    Map<String, List<PartyState>> written() {
        return new TreeMap<>(written);
    }

    /** The ids of the events of that type about that. */
    Set<String> told(String type, String about) {
        return told.getOrDefault(type + " " + about, Set.of());
    }

    private void saw(Crossing crossing, Object result) {
        if (crossing.request() instanceof PutItemRequest put) {
            put(put.item());
        } else if (crossing.request() instanceof DeleteItemRequest delete) {
            pointers.remove(pointer(delete.key()));
        } else if (crossing.request() instanceof PutEventsRequest put && result instanceof PutEventsResponse response) {
            for (int i = 0; i < put.entries().size(); i++) {
                if (response.entries().get(i).errorCode() == null) {
                    tell(Calls.json(put.entries().get(i).detail()));
                }
            }
        }
    }

    private void put(Map<String, AttributeValue> item) {
        if (text(item, "sk").startsWith(POINTER)) {
            pointers.add(pointer(item));
        } else if (text(item, "sk").equals("group")) {
            var states = written.computeIfAbsent(text(item, "pk"), _ -> new ArrayList<>());
            var state = PartyState.of(item);
            judge(states, state);
            states.add(state);
        }
    }

    private void judge(List<PartyState> before, PartyState state) {
        if (state.seated().size() > state.seats()) {
            find("never-over-full", state);
        }
        if (!state.leader().isEmpty() && !state.isIn(state.leader())) {
            find("the-leader-is-in-it", state);
        }
        for (var player : state.seated()) {
            if (!pointers.contains(player + " " + state.groupId())) {
                find("a-seat-has-its-pointer", state);
            }
        }
        if (before.isEmpty()) {
            return;
        }
        var last = before.getLast();
        if (state.revision() <= last.revision()) {
            find("no-write-is-overwritten", state);
        }
        for (var player : last.seated()) {
            if (!state.members().containsKey(player)) {
                find("no-seat-vanishes", state);
            }
        }
    }

    private void find(String invariant, PartyState state) {
        found.add(Violation.inTheEnd(invariant, state.toString()));
    }

    private void tell(JsonNode event) {
        var payload = event.path("payload");
        var group = payload.path("groupId").asText();
        var about = switch (event.path("type").asText()) {
            case "group.changed.v1" -> group + " " + payload.path("revision").asText();
            case "group.ended.v1" -> group;
            case "group.member_dropped.v1" ->
                group + " " + event.path("playerId").asText() + " "
                        + event.path("time").asText();
            default -> "";
        };
        if (!about.isEmpty()) {
            told.computeIfAbsent(event.path("type").asText() + " " + about, _ -> new TreeSet<>())
                    .add(event.path("id").asText());
        }
    }

    private static String pointer(Map<String, AttributeValue> key) {
        return text(key, "pk") + " " + text(key, "sk").replace(POINTER, "");
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null || value.s() == null ? "" : value.s();
    }
}
