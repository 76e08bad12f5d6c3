package com.lifeverse.local.workflow.language;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A state machine's definition, read and checked.
 *
 * @param states by name, in their order
 * @param timeout how long an execution may take in all
 * @param expressions the expressions of all states
 */
public record Definition(
        String startAt, Map<String, State> states, Optional<Duration> timeout, Expressions expressions) {
    public Definition {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    }

    /** The state of that name, which the reader has made sure of. */
    public State state(String name) {
        var state = states.get(name);
        if (state == null) {
            throw new IllegalArgumentException("The definition has no state " + name);
        }
        return state;
    }
}
