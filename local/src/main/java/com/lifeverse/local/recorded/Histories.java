package com.lifeverse.local.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.machine.HistoryEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a recorded history with the one that came. Events of parallel branches were recorded without ids and in no
 * order: a run of them is compared as a multiset. One event after such a run may be missing in the recording.
 */
final class Histories {
    private static final List<String> PLACE = List.of("id", "previousEventId");

    private final JsonNode expected;
    private final List<ObjectNode> actual;
    private final Findings.Of findings;
    private final Masks masks;
    private int next;

    private Histories(JsonNode expected, List<ObjectNode> actual, Masks masks, Findings.Of findings) {
        this.masks = masks;
        this.expected = expected;
        this.actual = actual;
        this.findings = findings;
    }

    static void compare(JsonNode expected, List<HistoryEvent> history, Masks masks, Findings.Of findings) {
        new Histories(expected, history.stream().map(Histories::json).toList(), masks, findings).compare();
    }

    /** An event as GetExecutionHistory answers it. */
    private static ObjectNode json(HistoryEvent event) {
        var json = Json.object()
                .put("id", event.id())
                .put("previousEventId", event.previousEventId())
                .put("timestamp", event.timestamp().toString())
                .put("type", event.type());
        json.setAll(event.details());
        return json;
    }

    private void compare() {
        for (int i = 0; i < expected.size(); ) {
            int end = i;
            while (end < expected.size() && isPlaceless(expected.get(end))) {
                end++;
            }
            if (end > i) {
                placeless(i, end);
                i = end;
            } else {
                numbered(i, i > 0 && isPlaceless(expected.get(i - 1)));
                i++;
            }
        }
        for (; next < actual.size(); next++) {
            findings.add("/expected/history/" + expected.size(), null, actual.get(next));
        }
    }

    private static boolean isPlaceless(JsonNode event) {
        return event.path("id").isArray();
    }

    private void numbered(int index, boolean afterPlaceless) {
        var event = expected.get(index);
        if (afterPlaceless
                && next < actual.size()
                && actual.get(next).path("id").asLong() + 1 == event.path("id").asLong()) {
            next++;
        }
        var pointer = "/expected/history/" + index;
        if (next >= actual.size()) {
            findings.add(pointer, event, null);
            return;
        }
        masks.compare(pointer, event, actual.get(next++))
                .ifPresent(found -> findings.add(found.pointer(), found.expected(), found.actual()));
    }

    private void placeless(int from, int to) {
        var found = new ArrayList<>(
                actual.subList(Math.min(next, actual.size()), Math.min(next + to - from, actual.size())));
        next += to - from;
        for (int i = from; i < to; i++) {
            var wanted = ((ObjectNode) expected.get(i)).deepCopy().without(PLACE);
            var match = found.stream()
                    .filter(event -> masks.compare("", wanted, event.deepCopy().without(PLACE))
                            .isEmpty())
                    .findFirst();
            if (match.isPresent()) {
                found.remove(match.get());
            } else {
                findings.add("/expected/history/" + i, wanted, found.isEmpty() ? null : Json.node(found));
            }
        }
    }
}
