package com.lifeverse.trigger.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ledger's lines of one decision: what is said last about a run counts. */
final class Lines {
    private final String schedule;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Lines(String schedule) {
        this.schedule = schedule;
    }

    void add(Entry entry) {
        entries.put(entry.run().id(), entry);
    }

    Decision decision(ScheduleState before, ScheduleState after) {
        if (!before.schedule().equals(schedule)) {
            throw new IllegalArgumentException("This is the state of " + before.schedule() + ", not of " + schedule);
        }
        return new Decision(before, after, List.copyOf(entries.values()));
    }

    /** Takes note of what was found out about open runs. */
    ScheduleState observe(ScheduleState state, Map<String, Observation> seen) {
        var open = new ArrayList<OpenRun>();
        for (var each : state.open()) {
            var observation = seen.get(each.run().id());
            if (observation == null) {
                open.add(each);
                continue;
            }
            switch (observation) {
                case Observation.Running(var at, var execution) -> {
                    var going = each.started(at, execution);
                    if (!going.equals(each)) {
                        add(Entry.of(going, Outcome.RUNNING));
                    }
                    open.add(going);
                }
                case Observation.Ended ended -> {
                    var over = each.started(ended.startedAt(), ended.execution());
                    add(Entry.over(over, ended));
                }
                case Observation.Refused(var reason) -> add(Entry.of(each.run(), Outcome.REFUSED, reason));
            }
        }
        return state.with(state.waiting(), open);
    }
}
