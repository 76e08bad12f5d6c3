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
    private long pointer;

    Journal(Progress progress, Instant now) {
        this.now = now;
        this.last = progress.lastEventId();
        this.pointer = progress.pointer();
    }

    List<HistoryEvent> events() {
        return events;
    }

    long last() {
        return last;
    }

    long pointer() {
        return pointer;
    }

    /** Writes an event after the one before it. */
    void write(String type, String detailsName, ObjectNode details) {
        writeAfter(pointer, type, detailsName, details);
    }

    /** Writes an event that points elsewhere than to the one before it. */
    void writeAfter(long previous, String type, String detailsName, ObjectNode details) {
        var member = Json.object();
        member.set(detailsName, details);
        add(previous, type, member);
    }

    /** Writes an event that has no details. */
    void write(String type) {
        add(pointer, type, Json.object());
    }

    // The state entered first points to 0, as if the execution's start had not been written.
    void writeStart(ObjectNode details) {
        write("ExecutionStarted", "executionStartedEventDetails", details);
        pointer = 0;
    }

    private void add(long previous, String type, ObjectNode details) {
        last++;
        pointer = last;
        events.add(new HistoryEvent(last, previous, now, type, details));
    }

    /** {@code {name: text, nameDetails: {truncated: false}}}: values stand in a history as JSON text. */
    static ObjectNode valued(String name, JsonNode value) {
        var details = Json.object().put(name, Json.text(value));
        details.putObject(name + "Details").put("truncated", false);
        return details;
    }
}
