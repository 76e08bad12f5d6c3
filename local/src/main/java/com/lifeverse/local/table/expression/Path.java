package com.lifeverse.local.table.expression;

import com.lifeverse.local.table.value.Value;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A document path such as {@code inventory.slots[2]}; its first step is the name of an attribute. */
public record Path(List<Step> steps) {
    /** One step into a map or a list. */
    public sealed interface Step {}

    public record Name(String name) implements Step {
        @Override
        public String toString() {
            return name;
        }
    }

    public record Index(int index) implements Step {
        @Override
        public String toString() {
            return "[" + index + "]";
        }
    }

    public Path {
        steps = List.copyOf(steps);
        if (!(steps.getFirst() instanceof Name)) {
            throw new IllegalArgumentException("A path starts with the name of an attribute: " + steps);
        }
    }

    public static Path of(String attribute) {
        return new Path(List.of(new Name(attribute)));
    }

    /** The attribute that the path starts in. */
    public String head() {
        return ((Name) steps.getFirst()).name();
    }

    public boolean isNested() {
        return steps.size() > 1;
    }

    /** What is at the path; null if there is nothing. */
    public @Nullable Value find(Map<String, Value> attributes) {
        var found = attributes.get(head());
        for (int i = 1; i < steps.size() && found != null; i++) {
            found = child(found, steps.get(i));
        }
        return found;
    }

    static @Nullable Value child(Value parent, Step step) {
        return switch (step) {
            case Name(var name) -> parent instanceof Value.M(var entries) ? entries.get(name) : null;
            case Index(var index) ->
                parent instanceof Value.L(var elements) && index < elements.size() ? elements.get(index) : null;
        };
    }

    /** As AWS prints paths in its complaints: {@code [inventory, slots, [2]]}. */
    @Override
    public String toString() {
        return steps.stream().map(Step::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
