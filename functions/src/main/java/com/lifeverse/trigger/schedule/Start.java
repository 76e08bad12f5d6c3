package com.lifeverse.trigger.schedule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a schedule starts. */
public sealed interface Start {
    /** An event is told; that is over at once. */
    record Event(String type, Map<String, Object> payload) implements Start {
        public Event {
            payload = Collections.unmodifiableMap(new LinkedHashMap<>(payload));
        }
    }

    /** A workflow runs; it takes as long as it takes. */
    record Workflow(String name, Map<String, Object> input) implements Start {
        public Workflow {
            input = Collections.unmodifiableMap(new LinkedHashMap<>(input));
        }
    }
}
