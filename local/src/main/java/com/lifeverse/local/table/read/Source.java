package com.lifeverse.local.table.read;

import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.Value;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.h2.mvstore.MVMap;

/**
 * What a page is read from.
 *
 * @param entries in the order in which they are read
 * @param keys the key of the table, or of the index
 * @param tableKeys for an index, the key of its table: it ends the places of entries that share a key
 */
public record Source(MVMap<Bytes, Item> entries, KeySchema keys, Optional<KeySchema> tableKeys) {
    /** The names of the attributes that a page's last key has. */
    public Set<String> names() {
        var names = new LinkedHashSet<String>(tableKeys.orElse(keys).names());
        names.addAll(keys.names());
        return names;
    }

    /** The key that the page after {@code item} starts with. */
    public Map<String, Value> keyOf(Item item) {
        var key = new LinkedHashMap<String, Value>();
        names().forEach(name -> key.put(name, item.attributes().get(name)));
        return key;
    }

    /** Refuses a start key that does not have exactly the attributes of a last key. */
    public void requireNames(Map<String, Value> key, boolean isScan) {
        if (!key.keySet().equals(names())) {
            throw new InvalidRequest("The provided starting key is invalid"
                    + (isScan && tableKeys.isEmpty() ? ": The provided key element does not match the schema" : ""));
        }
    }

    /** The place that a start key names. */
    Bytes place(Map<String, Value> key) {
        if (tableKeys.isEmpty()) {
            return keys.place(key);
        }
        try {
            return keys.placeIn(key).plus(tableKeys.get().placeIn(key));
        } catch (InvalidRequest e) {
            throw new InvalidRequest("The provided starting key is invalid: " + e.getMessage());
        }
    }
}
