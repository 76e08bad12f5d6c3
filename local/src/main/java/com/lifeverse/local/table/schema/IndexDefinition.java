package com.lifeverse.local.table.schema;

import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A secondary index as it was declared.
 *
 * @param keys read out of the items of the table; an item that lacks one of them is not in the index
 * @param projected which other attributes the index holds
 * @param throughput of a global index of a table that is not on demand
 */
public record IndexDefinition(
        String name, Scope scope, KeySchema keys, Projected projected, Optional<Throughput> throughput) {
    /** A global index has keys of its own; a local one shares the table's hash key. */
    public enum Scope {
        GLOBAL,
        LOCAL
    }

    /** True if the index holds whole items. */
    public boolean holdsAll() {
        return projected.kind() == Projected.Kind.ALL;
    }

    /** The names of what the index holds of an item of a table with {@code tableKeys}; not for an index that holds all. */
    public Set<String> held(KeySchema tableKeys) {
        var names = new LinkedHashSet<String>(tableKeys.names());
        names.addAll(keys.names());
        names.addAll(projected.more());
        return names;
    }

    /** What the index holds of {@code item}. */
    public Item entry(KeySchema tableKeys, Item item) {
        if (holdsAll()) {
            return item;
        }
        var held = held(tableKeys);
        Map<String, Value> attributes = LinkedHashMap.newLinkedHashMap(held.size());
        item.attributes().forEach((name, value) -> {
            if (held.contains(name)) {
                attributes.put(name, value);
            }
        });
        return Item.taking(attributes);
    }

    public IndexDefinition with(Throughput changed) {
        return new IndexDefinition(name, scope, keys, projected, Optional.of(changed));
    }

    /** The index of a table that is on demand from now on. */
    public IndexDefinition onDemand() {
        return new IndexDefinition(name, scope, keys, projected, Optional.empty());
    }
}
