package com.lifeverse.local.table.value;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One item of a table: unchanging, its size counted once. */
public final class Item {
    /** What DynamoDB refuses to exceed, names and values together. */
    public static final int MAX_SIZE = 400 * 1024;

    private static final Item EMPTY = new Item(Map.of());

    private final Map<String, Value> attributes;
    private final int size;

    private Item(Map<String, Value> attributes) {
        this.attributes = attributes;
        int sum = 0;
        for (var attribute : attributes.entrySet()) {
            sum += Bytes.utf8Length(attribute.getKey()) + attribute.getValue().size();
        }
        this.size = sum;
    }

    /** No attributes at all: what conditions see where there is no item. */
    public static Item empty() {
        return EMPTY;
    }

    /** Takes {@code attributes} over: the caller must not change the map any more. */
    public static Item taking(Map<String, Value> attributes) {
        return new Item(Collections.unmodifiableMap(attributes));
    }

    /** The attributes, in the order in which they were first written. */
    public Map<String, Value> attributes() {
        return attributes;
    }

    public @Nullable Value attribute(String name) {
        return attributes.get(name);
    }

    /** Bytes of names and values by DynamoDB's published rules. */
    public int size() {
        return size;
    }

    /** Bytes of all {@code items} together. Goes through all of them. */
    public static long bytes(Iterable<Item> items) {
        long bytes = 0;
        for (var item : items) {
            bytes += item.size();
        }
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Item item && attributes.equals(item.attributes);
    }

    @Override
    public int hashCode() {
        return attributes.hashCode();
    }

    @Override
    public String toString() {
        return attributes.toString();
    }
}
