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
 * Every state that a crowd and its sections were ever written in, as it really was. What must hold of every single write is judged as it
 * is seen: above all that the seats of all sections together are never more, nor fewer, than the crowd has.
 */
final class CrowdHistory {
    private final Map<String, PartyState> heads = new TreeMap<>();
    private final Map<String, Map<Integer, List<SectionState>>> sections = new TreeMap<>();
    private final Map<String, Map<Integer, Integer>> seating = new TreeMap<>();
    private final Overheard overheard;
    private final List<Violation> found = new ArrayList<>();

    CrowdHistory(Stage stage) {
        overheard = Overheard.on(stage, this::put, CrowdHistory::subject);
    }

    List<Violation> violations() {
        return List.copyOf(found);
    }

    /** The last state of each crowd. */
    Map<String, PartyState> heads() {
        return new TreeMap<>(heads);
    }

    /** The states of each section of a crowd, in the order in which they were written. */
    Map<Integer, List<SectionState>> sections(String groupId) {
        return sections.getOrDefault(groupId, Map.of());
    }

    /** The ids of the events of that type about that. */
    Set<String> told(String type, String about) {
        return overheard.told(type, about);
    }

    private void put(Map<String, AttributeValue> item) {
        var kind = Overheard.text(item, "sk");
        if (kind.equals("group")) {
            heads.put(Overheard.text(item, "pk"), PartyState.of(item));
        } else if (kind.equals("seating")) {
            divided(Overheard.text(item, "pk"), item);
        } else if (kind.startsWith(SectionState.PREFIX)) {
            var state = SectionState.of(item, kind.substring(SectionState.PREFIX.length()));
            var states = sections.computeIfAbsent(state.groupId(), _ -> new TreeMap<>())
                    .computeIfAbsent(state.number(), _ -> new ArrayList<>());
            judge(states, state);
            states.add(state);
            all(state);
        }
    }

    private void judge(List<SectionState> before, SectionState state) {
        if (state.seated().size() > state.seats()) {
            find("never-over-full", state.toString());
        }
        for (var player : state.seated()) {
            if (!overheard.points(player, state.groupId())) {
                find("a-seat-has-its-pointer", state.toString());
            }
        }
        if (before.isEmpty()) {
            return;
        }
        var last = before.getLast();
        boolean lent = state.turn() == last.turn() + 1 && state.revision() == last.revision();
        boolean happened = state.turn() == last.turn() && state.revision() > last.revision();
        if (!lent && !happened) {
            find("no-write-is-overwritten", state.toString());
        }
        if (!PartyState.forgets(state.members())
                && last.seated().stream().anyMatch(player -> !state.members().containsKey(player))) {
            find("no-seat-vanishes", state.toString());
        }
    }

    /** The crowd as a whole after a write of a section. */
    private void all(SectionState state) {
        var head = heads.get(state.groupId());
        int seated = sections(state.groupId()).values().stream()
                .mapToInt(states -> states.getLast().seated().size())
                .sum();
        if (head != null && seated > head.seats()) {
            find("never-over-full", seated + " in " + state);
        }
        var allotted = seating.getOrDefault(state.groupId(), Map.of()).get(state.number());
        if (allotted != null && state.seats() > allotted) {
            find("a-section-fills-only-its-own-seats", state + " of " + allotted);
        }
    }

    private void divided(String groupId, Map<String, AttributeValue> item) {
        var moved = new TreeMap<Integer, Integer>();
        item.forEach((name, value) -> {
            if (name.matches("s[0-9]+")) {
                moved.put(
                        Integer.parseInt(name.substring(1)),
                        Integer.parseInt(value.s().split(",", 2)[0]));
            }
        });
        var head = heads.get(groupId);
        if (head != null && total(moved, head.seats()) != head.seats()) {
            find("no-seat-is-lost-or-doubled", groupId + " has " + moved);
        }
        seating.put(groupId, moved);
    }

    private static int total(Map<Integer, Integer> moved, int seats) {
        int total = 0;
        for (int section = 0; section < Crowded.SECTIONS; section++) {
            int even = seats / Crowded.SECTIONS + (section < seats % Crowded.SECTIONS ? 1 : 0);
            total += moved.getOrDefault(section, even);
        }
        return total;
    }

    private void find(String invariant, String what) {
        found.add(Violation.inTheEnd(invariant, what));
    }

    private static String subject(JsonNode event) {
        var payload = event.path("payload");
        var group = payload.path("groupId").asText();
        return switch (event.path("type").asText()) {
            case "group.changed.v1" ->
                group + "#" + payload.path("section").asText() + " "
                        + payload.path("revision").asText();
            case "group.ended.v1" -> group;
            default -> "";
        };
    }
}
