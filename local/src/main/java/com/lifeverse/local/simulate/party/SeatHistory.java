package com.lifeverse.local.simulate.party;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every state that a party was ever written in, as it really was, with the pointers beside it and what the bus was told. What must hold
 * of every single write is judged as it is seen.
 */
final class SeatHistory {
    private final Map<String, List<PartyState>> written = new TreeMap<>();
    private final Overheard overheard;
    private final List<Violation> found = new ArrayList<>();

    SeatHistory(Stage stage) {
        overheard = Overheard.on(stage, this::put, SeatHistory::subject);
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
        return overheard.told(type, about);
    }

    private void put(Map<String, AttributeValue> item) {
        if (Overheard.text(item, "sk").equals("group")) {
            var states = written.computeIfAbsent(Overheard.text(item, "pk"), _ -> new ArrayList<>());
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
            if (!overheard.points(player, state.groupId())) {
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
            if (!state.members().containsKey(player) && !PartyState.forgets(state.members())) {
                find("no-seat-vanishes", state);
            }
        }
    }

    private void find(String invariant, PartyState state) {
        found.add(Violation.inTheEnd(invariant, state.toString()));
    }

    private static String subject(JsonNode event) {
        var payload = event.path("payload");
        var group = payload.path("groupId").asText();
        return switch (event.path("type").asText()) {
            case "group.changed.v1" -> group + " " + payload.path("revision").asText();
            case "group.ended.v1" -> group;
            case "group.member_dropped.v1" ->
                group + " " + event.path("playerId").asText() + " "
                        + event.path("time").asText();
            default -> "";
        };
    }
}
