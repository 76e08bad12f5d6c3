package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What came of a happening.
 *
 * @param changed the strands that are new or changed, in the order of their ids
 * @param ended the strands that are no more; their slots go with them
 * @param emptied the strands whose slots are no longer needed
 * @param values what is to be kept under which slot
 * @param events the history's new events
 * @param ways the ways out of states that were taken, such as {@code Grant/Catch/0}
 */
public record Step(
        Progress progress,
        List<Strand> changed,
        Set<Long> ended,
        Set<Long> emptied,
        Map<Slot, JsonNode> values,
        List<HistoryEvent> events,
        List<String> ways) {
    public Step {
        changed = List.copyOf(changed);
        ended = Collections.unmodifiableSet(new TreeSet<>(ended));
        emptied = Collections.unmodifiableSet(new TreeSet<>(emptied));
        values = Collections.unmodifiableMap(new TreeMap<>(values));
        events = List.copyOf(events);
        ways = List.copyOf(ways);
    }

    /** A happening that came too late. */
    static Step nothing(Progress progress) {
        return new Step(progress, List.of(), Set.of(), Set.of(), Map.of(), List.of(), List.of());
    }

    /** True if it leaves everything as it was. */
    public boolean isNothing() {
        return changed.isEmpty() && ended.isEmpty() && events.isEmpty();
    }
}
