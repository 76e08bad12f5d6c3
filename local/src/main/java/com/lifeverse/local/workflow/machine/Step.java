package com.lifeverse.local.workflow.machine;

import java.util.List;

/**
 * What came of a happening.
 *
 * @param events the history's new events
 * @param ways the ways out of states that were taken, such as {@code Grant/Catch/0}
 */
public record Step(Progress progress, List<HistoryEvent> events, List<String> ways) {
    public Step {
        events = List.copyOf(events);
        ways = List.copyOf(ways);
    }
}
