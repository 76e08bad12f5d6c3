package com.lifeverse.local.table.schema;

import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.KeyBytes;
import com.lifeverse.local.table.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The primary key of a table, and how it is read out of keys and items. */
public record KeySchema(KeyAttribute hash, Optional<KeyAttribute> sort) {
    private static final int MAX_HASH = 2048;
    private static final int MAX_SORT = 1024;

    public boolean contains(String attribute) {
        return hash.name().equals(attribute)
                || sort.map(KeyAttribute::name).filter(attribute::equals).isPresent();
    }

    /** The place of the item that a request names by {@code key}, which must be the whole key and no more. */
    public Bytes place(Map<String, Value> key) {
        if (key.size() != (sort.isPresent() ? 2 : 1)) {
            throw mismatch();
        }
        return join(key(key, hash), sort.map(attribute -> key(key, attribute)));
    }

    /** The place that {@code item} belongs to. */
    public Bytes place(Item item) {
        return join(of(item, hash), sort.map(attribute -> of(item, attribute)));
    }

    /** The key attributes of {@code item}. */
    public Map<String, Value> keyOf(Item item) {
        var key = new LinkedHashMap<String, Value>(4);
        key.put(hash.name(), of(item, hash));
        sort.ifPresent(attribute -> key.put(attribute.name(), of(item, attribute)));
        return key;
    }

    private Bytes join(Value hashValue, Optional<Value> sortValue) {
        var start = hashBytes(hashValue);
        return sortValue.isPresent() ? start.plus(sortBytes(sortValue.get())) : start;
    }

    /** The beginning of the places of all items with this hash key. */
    public Bytes hashBytes(Value value) {
        hash.requireUsable(
                value, MAX_HASH, "Size of hashkey has exceeded the maximum size limit of" + MAX_HASH + " bytes");
        return KeyBytes.hash(value);
    }

    /** What a sort key adds to the place of an item. */
    public Bytes sortBytes(Value value) {
        sort.orElseThrow()
                .requireUsable(
                        value,
                        MAX_SORT,
                        "Aggregated size of all range keys has exceeded the size limit of " + MAX_SORT + " bytes");
        return KeyBytes.sort(value);
    }

    private static Value key(Map<String, Value> key, KeyAttribute attribute) {
        var value = key.get(attribute.name());
        if (value == null || value.type() != attribute.type()) {
            throw mismatch();
        }
        return value;
    }

    private static Value of(Item item, KeyAttribute attribute) {
        var value = item.attribute(attribute.name());
        if (value == null) {
            throw InvalidRequest.parameter("Missing the key " + attribute.name() + " in the item");
        }
        if (value.type() != attribute.type()) {
            throw InvalidRequest.parameter("Type mismatch for key " + attribute.name() + " expected: "
                    + attribute.type() + " actual: " + value.type());
        }
        return value;
    }

    private static InvalidRequest mismatch() {
        return new InvalidRequest("The provided key element does not match the schema");
    }
}
