package com.lifeverse.local.table.expression;

import com.lifeverse.local.table.value.Value;
import java.util.Map;

/**
 * An expression together with the values that it was sent with: ready to be evaluated against any item.
 *
 * @param <T> the kind of expression
 */
public record Bound<T>(T tree, Arguments arguments) {
    /** An update that changes nothing. */
    public static final Bound<Update> NO_UPDATE = new Bound<>(Update.NOTHING, Arguments.NONE);

    /** True if {@code condition} holds for an item with {@code attributes}. */
    public static boolean holds(Bound<Condition> condition, Map<String, Value> attributes) {
        return new Evaluation(attributes, condition.arguments()).holds(condition.tree());
    }

    /** {@code attributes} as {@code update} leaves them. */
    public static Map<String, Value> apply(Bound<Update> update, Map<String, Value> attributes) {
        return Edits.apply(update.tree(), attributes, update.arguments());
    }
}
