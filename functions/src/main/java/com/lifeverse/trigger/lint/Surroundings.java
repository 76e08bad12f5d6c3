package com.lifeverse.trigger.lint;

import com.lifeverse.trigger.EventType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a trigger is held against.
 *
 * @param labels the taxonomy's
 * @param types finds an event type by its name
 * @param patternFault why the matcher refuses a pattern; empty if it takes it
 * @param workflows their names
 */
public record Surroundings(
        Set<String> labels,
        Function<String, Optional<EventType>> types,
        Function<Map<String, Object>, Optional<String>> patternFault,
        Set<String> workflows) {
    public Surroundings {
        labels = Set.copyOf(labels);
        workflows = Set.copyOf(workflows);
    }
}
