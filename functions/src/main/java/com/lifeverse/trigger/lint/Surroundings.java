package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.EventType;
import com.lifeverse.trigger.WorkflowType;
import com.lifeverse.trigger.profile.ProfileForm;
import com.lifeverse.trigger.spec.EventField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a trigger is held against.
 *
 * @param labels the taxonomy's
 * @param types finds an event type by its name
 * @param payloadFaults what is wrong with a payload of an event type that exists, by pointers into the payload
 * @param patternFault why the matcher refuses a pattern; empty if it takes it
 * @param workflows finds a workflow by its name
 * @param webhooks whether operators have entered a destination of that name
 * @param profile what profiles can say
 * @param teams who can own something
 * @param runbooks whether there is a runbook of that name below {@code docs/}
 * @param contradiction the field in which no event of a type can have what all these patterns ask for; empty if there is none
 * @param extents what events of a type can say in a field
 * @param declares whether events of a type may say anything in a field of the envelope, such as {@code payload.matchId}
 */
public record Surroundings(
        Set<String> labels,
        Function<String, Optional<EventType>> types,
        BiFunction<String, Map<String, Object>, List<Violation>> payloadFaults,
        Function<Map<String, Object>, Optional<String>> patternFault,
        Function<String, Optional<WorkflowType>> workflows,
        Predicate<String> webhooks,
        ProfileForm profile,
        Set<String> teams,
        Predicate<String> runbooks,
        BiFunction<String, List<Map<String, Object>>, Optional<String>> contradiction,
        Extents extents,
        BiPredicate<String, String> declares) {
    /** What events can say in their fields. */
    @FunctionalInterface
    public interface Extents {
        /** What those of a type that match the pattern can say in a field. */
        Extent of(String type, Map<String, Object> when, EventField field);
    }

    public Surroundings {
        labels = Set.copyOf(labels);
        teams = Set.copyOf(teams);
    }
}
