package com.lifeverse.local.simulate.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What may come of something.
 *
 * @param fate in a word, for counting
 */
record Outcome(String fate, Memory memory, List<Told> told) {
    /** A decision to act as it is told. */
    record Told(String trigger, String player, String occurrence, int firings, JsonNode effects) {}

    Outcome {
        told = List.copyOf(told);
    }

    static Outcome silent(String fate, Memory memory) {
        return new Outcome(fate, memory, List.of());
    }
}
