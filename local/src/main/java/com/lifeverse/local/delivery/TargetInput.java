package com.lifeverse.local.delivery;

import com.lifeverse.local.kernel.Json;
import java.util.Optional;

/** What a target of a rule gets of a matched event. */
public sealed interface TargetInput {
    /** The event as it is. */
    record Whole() implements TargetInput {}

    /** Always the same JSON text. */
    record Constant(String text) implements TargetInput {}

    /** A part of the event. */
    record Part(EventPath path) implements TargetInput {}

    /** A text made from parts of the event. */
    record Transformed(InputTemplate template) implements TargetInput {}

    /** The text for the target; empty if it comes out as something that is not JSON. */
    default Optional<String> of(MatchedEvent event) {
        return switch (this) {
            case Whole() -> Optional.of(event.text());
            case Constant(var text) -> Optional.of(text);
            case Part(var path) -> path.in(event.tree()).map(Json::text);
            case Transformed(var template) -> template.fill(event);
        };
    }
}
