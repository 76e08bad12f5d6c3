package com.lifeverse.local.workflow.language;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * What an expression can see.
 *
 * @param states the value of {@code $states}: input, context and, where there are, result and errorOutput
 * @param variables what earlier states assigned
 * @param now the answer to {@code $now} and {@code $millis}
 * @param chance the source of {@code $random} and {@code $uuid}
 */
public record Scope(ObjectNode states, ObjectNode variables, Instant now, Chance chance) {
    void bind(Jsonata.Frame frame) {
        StatesFunctions.bind(frame, now, chance);
        for (var variable : variables.properties()) {
            frame.bind(variable.getKey(), JavaValues.variable(variable.getValue()));
        }
        frame.bind("states", JavaValues.variable(states));
    }

    /** The same scope in which {@code $states} has one member more. */
    public Scope with(String member, JsonNode value) {
        var more = states.deepCopy();
        more.set(member, value);
        return new Scope(more, variables, now, chance);
    }
}
