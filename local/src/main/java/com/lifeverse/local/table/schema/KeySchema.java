package com.lifeverse.local.table.schema;

import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.KeyBytes;
import com.lifeverse.local.table.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The key of a table or of an index, and how it is read out of keys and items. */
public record KeySchema(KeyAttribute hash, Optional<KeyAttribute> sort) {
    private static final int MAX_HASH = 2048;
    private static final int MAX_SORT = 1024;

    public boolean contains(String attribute) {
        return hash.name().equals(attribute)
                || sort.map(KeyAttribute::name).filter(attribute::equals).isPresent();
    }

    /** The hash key and, if there is one, the sort key. */
    public List<KeyAttribute> attributes() {
        return sort.isPresent() ? List.of(hash, sort.get()) : List.of(hash);
    }

    public List<String> names() {
        return attributes().stream().map(KeyAttribute::name).toList();
    }

    /** The place of the item that a request names by {@code key}, which must be the whole key and no more. */
    public Bytes place(Map<String, Value> key) {
        if (key.size() != (sort.isPresent() ? 2 : 1)) {
            throw mismatch();
        }
        return placeIn(key);
    }

    /** The place of the item that {@code key} names, which may say more than the key. */
    public Bytes placeIn(Map<String, Value> key) {
        return join(key(key, hash), sort.map(attribute -> key(key, attribute)));
    }

    /** The place that {@code item} belongs to. */
    public Bytes place(Item item) {
        return join(of(item, hash), sort.map(attribute -> of(item, attribute)));
    }

    /** True if {@code item} has the whole key, each part of its type, not empty and not too long. */
    public boolean fits(Item item) {
        return isUsable(item, hash, MAX_HASH)
                && sort.filter(attribute -> !isUsable(item, attribute, MAX_SORT))
                        .isEmpty();
    }

    /** The longest value that {@code attribute} of this key may have, in bytes. */
    public int limit(KeyAttribute attribute) {
        return attribute.equals(hash) ? MAX_HASH : MAX_SORT;
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
        hash.requireUsable(value, MAX_HASH, tooLong(true));
        return KeyBytes.of(value);
    }

    /** What a sort key adds to the place of an item. */
    public Bytes sortBytes(Value value) {
        sort.orElseThrow().requireUsable(value, MAX_SORT, tooLong(false));
        return KeyBytes.of(value);
    }

    /** What all sort keys that start with {@code prefix} add to the places of their items. */
    public Bytes sortBeginning(Value prefix) {
        sort.orElseThrow().requireUsable(prefix, MAX_SORT, tooLong(false));
        return KeyBytes.beginning(prefix);
    }

    /** AWS's words for a hash key or a sort key that is too long. */
    public static String tooLong(boolean isHash) {
        return isHash
                ? "Size of hashkey has exceeded the maximum size limit of" + MAX_HASH + " bytes"
                : "Aggregated size of all range keys has exceeded the size limit of " + MAX_SORT + " bytes";
    }

    private static boolean isUsable(Item item, KeyAttribute attribute, int limit) {
        var value = item.attribute(attribute.name());
        return value != null
                && value.type() == attribute.type()
                && !KeyAttribute.isEmpty(value)
                && value.size() <= limit;
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
