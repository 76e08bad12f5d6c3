package com.lifeverse.local.table.index;

import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.read.Source;
import com.lifeverse.local.table.schema.IndexDefinition;
import com.lifeverse.local.table.schema.KeySchema;
import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.BytesType;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.ItemType;
import com.lifeverse.local.table.value.Units;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** One secondary index of a table, kept up to date in the same write of the store as the table. */
public final class Index {
    /**
     * What a write does to the index.
     *
     * @param from where the entry was; null if there was none
     * @param before the entry that was there
     * @param to where the entry is; null if there is none
     * @param after the entry that is there
     */
    public record Effect(
            Index index,
            @Nullable Bytes from,
            @Nullable Item before,
            @Nullable Bytes to,
            @Nullable Item after) {
        /** An entry that moves is one deleted and one put; one that stays as it is costs nothing. */
        public long units() {
            if (from != null && from.equals(to)) {
                return before == null || before.equals(after) ? 0 : Units.write(Math.max(size(before), size(after)));
            }
            return (from == null ? 0 : Units.write(size(before))) + (to == null ? 0 : Units.write(size(after)));
        }

        /** Makes it so. Call it within the store's write of the item itself. */
        public void make() {
            if (from != null && !from.equals(to)) {
                index.entries.remove(from);
            }
            if (to != null && after != null) {
                index.entries.put(to, after);
            }
        }

        private static int size(@Nullable Item item) {
            return item == null ? 0 : item.size();
        }
    }

    private final KeySchema tableKeys;
    private final MVMap<Bytes, Item> entries;
    private volatile IndexDefinition definition;

    Index(Store store, String tableName, KeySchema tableKeys, IndexDefinition definition) {
        this.tableKeys = tableKeys;
        this.definition = definition;
        this.entries =
                store.map("table.index." + tableName + "/" + definition.name(), BytesType.INSTANCE, ItemType.INSTANCE);
    }

    public IndexDefinition definition() {
        return definition;
    }

    void redefine(IndexDefinition changed) {
        definition = changed;
    }

    /** What queries and scans of the index read. */
    public Source source() {
        return new Source(entries, definition.keys(), Optional.of(tableKeys));
    }

    /** The number of entries. */
    public long size() {
        return entries.sizeAsLong();
    }

    /** Bytes of all entries. Goes through all of them. */
    public long bytes() {
        return Item.bytes(entries.values());
    }

    Effect effect(Bytes place, @Nullable Item before, @Nullable Item after) {
        var from = place(place, before);
        var to = place(place, after);
        return new Effect(this, from, entry(from, before), to, entry(to, after));
    }

    /** The size of what the index keeps of the item; nothing if the item is not in it. */
    long copied(Item item) {
        return definition.keys().fits(item) ? definition.entry(tableKeys, item).size() : 0;
    }

    /** Takes in an item that was there before the index was. */
    void fill(Bytes place, Item item) {
        effect(place, null, item).make();
    }

    void clear() {
        entries.clear();
    }

    private @Nullable Bytes place(Bytes place, @Nullable Item item) {
        return item == null || !definition.keys().fits(item)
                ? null
                : definition.keys().place(item).plus(place);
    }

    private @Nullable Item entry(@Nullable Bytes place, @Nullable Item item) {
        return place == null || item == null ? null : definition.entry(tableKeys, item);
    }
}
