package com.lifeverse.local.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import java.util.ArrayList;

/** Puts events as workflows do with {@code arn:aws:states:::events:putEvents}. */
public final class WorkflowEvents {
    private final EventBuses buses;

    public WorkflowEvents(EventBuses buses) {
        this.buses = buses;
    }

    /**
     * Puts {@code entries}, an array of {@code {Detail, DetailType, Source, EventBusName}} with Detail an object, and
     * answers {@code {Entries, FailedEntryCount}}. That an entry was refused is said there, not thrown.
     *
     * @param caller needs {@code events:PutEvents} on each bus
     */
    public JsonNode put(Caller caller, JsonNode entries) {
        var read = new ArrayList<PutEntry>();
        entries.forEach(entry -> read.add(PutEntry.of(entry)));
        var answer = Json.object();
        var results = answer.putArray("Entries");
        int failed = 0;
        for (var outcome : buses.put(caller, read)) {
            switch (outcome) {
                case EventBuses.Outcome.Accepted(var id) -> results.addObject().put("EventId", id);
                case EventBuses.Outcome.Refused(var fault) -> {
                    results.addObject().put("ErrorCode", fault.code()).put("ErrorMessage", fault.message());
                    failed++;
                }
            }
        }
        return answer.put("FailedEntryCount", failed);
    }
}
