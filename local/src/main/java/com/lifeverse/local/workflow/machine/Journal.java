package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The history events of one step, numbered on from what is there. */
final class Journal {
    private final Instant now;
    private final List<HistoryEvent> events = new ArrayList<>();
    private long last;

    Journal(long lastEventId, Instant now) {
        this.now = now;
        this.last = lastEventId;
    }

    List<HistoryEvent> events() {
        return events;
    }

    long last() {
        return last;
    }

    /** Writes an event and returns its id. */
    long write(long previous, String type, ObjectNode details) {
        last++;
        events.add(new HistoryEvent(last, previous, now, type, details));
        return last;
    }

    /** {@code {name: details}}. */
    static ObjectNode named(String name, ObjectNode details) {
        var member = Json.object();
        member.set(name, details);
        return member;
    }

    /** {@code {name: text, nameDetails: {truncated: false}}}: values stand in a history as JSON text. */
    static ObjectNode valued(String name, JsonNode value) {
        var details = Json.object().put(name, Json.text(value));
        details.putObject(name + "Details").put("truncated", false);
        return details;
    }
}
