package com.lifeverse.local.workflow.language;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A state machine's definition, read and checked.
 *
 * @param root the states that an execution runs through
 * @param states all of them by name, also those inside Parallel and Map states, in their order
 * @param timeout how long an execution may take in all
 * @param expressions the expressions of all states
 */
public record Definition(Block root, Map<String, State> states, Optional<Duration> timeout, Expressions expressions) {
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

    /** How many retriers that state has. */
    public int retriers(String state) {
        return state(state) instanceof State.Retrying retrying
                ? retrying.retriers().size()
                : 0;
    }

    /** What a Map runs for each of its items. */
    public Block processor(String map) {
        if (state(map) instanceof State.Map found) {
            return found.processor();
        }
        throw new IllegalArgumentException(map + " is not a Map");
    }

    /** The same states, of which an execution runs through {@code block} only: what a child of a Map does. */
    public Definition within(Block block) {
        return new Definition(block, states, Optional.empty(), expressions);
    }
}
