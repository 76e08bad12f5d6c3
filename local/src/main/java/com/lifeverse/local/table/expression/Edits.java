package com.lifeverse.local.table.expression;

import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Nesting;
import com.lifeverse.local.table.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an update makes of an item. Every operand is read from the item as it was; removals come last and from the end
 * of a list, so that each index means the element that it meant before.
 */
final class Edits {
    private static final Comparator<Update.Action> DEEPEST_AND_LAST_FIRST = Comparator.comparingInt(
                    (Update.Action action) -> action.path().steps().size())
            .thenComparing(Update.BY_LAST_INDEX)
            .reversed();

    private final Map<String, Value> before;
    private final Arguments arguments;
    private final LinkedHashMap<String, Value> after;

    private Edits(Map<String, Value> before, Arguments arguments) {
        this.before = before;
        this.arguments = arguments;
        this.after = new LinkedHashMap<>(before);
    }

    static Map<String, Value> apply(Update update, Map<String, Value> before, Arguments arguments) {
        var edits = new Edits(before, arguments);
        var removals = new ArrayList<Update.Action>(0);
        for (var action : update.actions()) {
            var path = action.path();
            var found = path.find(before);
            var made = edits.made(action, found);
            if (made == null && found != null) {
                removals.add(action);
            } else {
                requirePlace(path, before);
                edits.put(path, made);
            }
        }
        removals.sort(DEEPEST_AND_LAST_FIRST);
        removals.forEach(removal -> edits.put(removal.path(), null));
        return edits.after;
    }

    /** What is to be where {@code found} is; null if nothing. */
    private @Nullable Value made(Update.Action action, @Nullable Value found) {
        return switch (action) {
            case Update.Set(var _, var operand) -> new Assignment(before, arguments).value(operand);
            case Update.Add(var _, var more) -> Members.add(found, arguments.value(more.name()));
            case Update.Delete(var _, var less) -> Members.remove(found, arguments.value(less.name()));
            case Update.Remove _ -> null;
        };
    }

    /** Refuses a path into what the item does not have, be it that another action would make it. */
    private static void requirePlace(Path path, Map<String, Value> before) {
        if (!path.isNested()) {
            return;
        }
        int last = path.steps().size() - 1;
        var parent = new Path(path.steps().subList(0, last)).find(before);
        boolean fits = switch (path.steps().get(last)) {
            case Path.Name _ -> parent instanceof Value.M;
            case Path.Index _ -> parent instanceof Value.L;
        };
        if (!fits) {
            throw noPlace();
        }
    }

    private static InvalidRequest noPlace() {
        return new InvalidRequest("The document path provided in the update expression is invalid for update");
    }

    private void put(Path path, @Nullable Value value) {
        if (value != null) {
            Nesting.require(value, path.steps().size() - 1);
        }
        var head = path.head();
        put(after, head, path.isNested() ? inside(after.get(head), path.steps(), 1, value) : value);
    }

    private static Value inside(@Nullable Value parent, List<Path.Step> steps, int at, @Nullable Value value) {
        boolean last = at == steps.size() - 1;
        return switch (steps.get(at)) {
            case Path.Name(var name)
            when parent instanceof Value.M(var entries) -> {
                var copy = new LinkedHashMap<>(entries);
                var child = entries.get(name);
                put(copy, name, last ? value : inside(child, steps, at + 1, value));
                yield new Value.M(copy);
            }
            case Path.Index(var index)
            when parent instanceof Value.L(var elements) -> {
                var copy = new ArrayList<>(elements);
                var child = index < elements.size() ? elements.get(index) : null;
                put(copy, index, last ? value : inside(child, steps, at + 1, value));
                yield new Value.L(copy);
            }
            case Path.Name _, Path.Index _ -> throw noPlace();
        };
    }

    private static void put(Map<String, Value> entries, String name, @Nullable Value value) {
        if (value == null) {
            entries.remove(name);
        } else {
            entries.put(name, value);
        }
    }

    // Beyond its end a list just grows by one, and there is nothing to remove.
    private static void put(List<Value> elements, int index, @Nullable Value value) {
        if (index >= elements.size()) {
            if (value != null) {
                elements.add(value);
            }
        } else if (value == null) {
            elements.remove(index);
        } else {
            elements.set(index, value);
        }
    }
}
