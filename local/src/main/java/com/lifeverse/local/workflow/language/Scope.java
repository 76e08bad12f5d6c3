package com.lifeverse.local.workflow.language;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an expression can see.
 *
 * @param states the members of {@code $states}: input, context and, where there are, result and errorOutput; each is
 *     made only if an expression mentions it
 * @param variables what earlier states assigned, the innermost scope first
 * @param now the answer to {@code $now} and {@code $millis}
 * @param chance the source of {@code $random} and {@code $uuid}
 */
public record Scope(Map<String, Supplier<JsonNode>> states, List<ObjectNode> variables, Instant now, Chance chance) {
    void bind(Jsonata.Frame frame, Mentioned mentioned) {
        StatesFunctions.bind(frame, mentioned.variables(), now, chance);
        for (var name : mentioned.variables()) {
            variable(name).ifPresent(value -> frame.bind(name, JavaValues.variable(value)));
        }
        if (mentioned.variables().contains("states")) {
            frame.bind("states", statesFor(mentioned));
        }
    }

    private Optional<JsonNode> variable(String name) {
        return variables.stream().filter(scope -> scope.has(name)).findFirst().map(scope -> scope.get(name));
    }

    private Map<String, @Nullable Object> statesFor(Mentioned mentioned) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        states.forEach((member, value) -> {
            if (mentioned.ofStates().contains(member)) {
                values.put(member, JavaValues.of(value.get()));
            }
        });
        return values;
    }

    /** The same scope in which {@code $states} has one member more. */
    public Scope with(String member, JsonNode value) {
        var more = new LinkedHashMap<>(states);
        more.put(member, () -> value);
        return new Scope(more, variables, now, chance);
    }
}
