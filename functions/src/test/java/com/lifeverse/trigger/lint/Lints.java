package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.EventType;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.WorkflowType;
import com.lifeverse.trigger.spec.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A world of few event types and workflows, and what the lint finds in it. */
final class Lints {
    private static final Map<String, EventType> TYPES = Map.of(
            "match.ended.v1",
            new EventType("match.ended.v1", List.of("game-server"), List.of("trigger-engine")),
            "photo.taken.v1",
            new EventType("photo.taken.v1", List.of("game-server", "player"), List.of("trigger-engine")),
            "grant.made.v1",
            new EventType("grant.made.v1", List.of("trigger"), List.of("session-inbox")),
            "quest.done.v1",
            new EventType("quest.done.v1", List.of("effect"), List.of("trigger-engine")));

    /** A pattern that no event type can match. */
    static final Map<String, Object> IMPOSSIBLE = Map.of("detail", Map.of("payload", Map.of("mode", List.of(7))));

    private static final Map<String, Extent> EXTENTS = Map.of(
            "payload.outcome", Extent.of(Set.of("win", "loss", "draw")),
            "payload.seconds", new Extent(Optional.empty(), 100),
            "payload.nothing", Extent.of(Set.of()));

    private static final Map<String, WorkflowType> WORKFLOWS = Map.of(
            "settlement",
            new WorkflowType(
                    "settlement",
                    true,
                    false,
                    input -> input.keySet().containsAll(List.of("season", "event", "firing"))
                            ? List.of()
                            : List.of(new Violation("/season", "is required"))),
            "key-rotation",
            new WorkflowType("key-rotation", false, false, _ -> List.of()));

    private Lints() {}

    static List<Violation> findings(Trigger trigger) {
        return lint(_ -> Optional.empty()).findings(trigger);
    }

    /** With a fault of each pattern that {@code patternFault} finds one in. */
    static TriggerLint lint(Function<Map<String, Object>, Optional<String>> patternFault) {
        var surroundings = new Surroundings(
                Set.of("economy"),
                name -> Optional.ofNullable(TYPES.get(name)),
                (_, payload) ->
                        payload.containsKey("quest") ? List.of() : List.of(new Violation("/quest", "is required")),
                patternFault,
                name -> Optional.ofNullable(WORKFLOWS.get(name)),
                "partner"::equals,
                Given.PROFILE,
                Set.of("economy-team"),
                "runbooks/grants.md"::equals,
                (_, patterns) -> {
                    if (patterns.stream()
                            .anyMatch(pattern -> patternFault.apply(pattern).isPresent())) {
                        throw new AssertionError("The matcher refuses it, so nobody can say what it means");
                    }
                    return contradiction(patterns);
                },
                (type, _, field) -> type.equals("match.ended.v1")
                        ? EXTENTS.getOrDefault(field.path(), Extent.UNKNOWN)
                        : Extent.UNKNOWN,
                (_, field) -> !field.contains("misspelt"));
        return new TriggerLint(surroundings, Standard.of(TriggerPolicy.class));
    }

    private static Optional<String> contradiction(List<Map<String, Object>> patterns) {
        return patterns.contains(IMPOSSIBLE) ? Optional.of("detail.payload.mode") : Optional.empty();
    }
}
