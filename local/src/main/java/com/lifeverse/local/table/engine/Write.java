package com.lifeverse.local.table.engine;

import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.expression.Condition;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Value;
import java.util.Map;
import java.util.Optional;

/** A change of one item, made only if its condition holds for the item as it is. */
public sealed interface Write {
    Optional<Bound<Condition>> condition();

    /** Replaces the item, or makes it. */
    record Put(Item item, Optional<Bound<Condition>> condition) implements Write {}

    /** Changes attributes of the item, or makes it of its key and them. */
    record Update(
            Map<String, Value> key,
            Bound<com.lifeverse.local.table.expression.Update> update,
            Optional<Bound<Condition>> condition)
            implements Write {}

    /** Removes the item, if it is there. */
    record Delete(Map<String, Value> key, Optional<Bound<Condition>> condition) implements Write {}

    /** Changes nothing: only for transactions. */
    record Check(Map<String, Value> key, Optional<Bound<Condition>> condition) implements Write {}
}
