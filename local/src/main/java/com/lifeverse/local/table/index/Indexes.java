package com.lifeverse.local.table.index;

import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.schema.IndexDefinition;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The secondary indexes of one table. */
public final class Indexes {
    private final Store store;
    private final String tableName;
    private volatile List<Index> all;

    public Indexes(Store store, TableDefinition table) {
        this.store = store;
        this.tableName = table.name();
        this.all = table.indexes().stream().map(index -> opened(table, index)).toList();
    }

    public List<Index> all() {
        return all;
    }

    /** The index of that name; empty if there is none. */
    public Optional<Index> index(String name) {
        return all.stream()
                .filter(index -> index.definition().name().equals(name))
                .findFirst();
    }

    /** What a write of the item at {@code place} does to those indexes that it touches. */
    public List<Index.Effect> effects(Bytes place, @Nullable Item before, @Nullable Item after) {
        var indexes = all;
        if (indexes.isEmpty()) {
            return List.of();
        }
        var effects = new ArrayList<Index.Effect>(indexes.size());
        for (var index : indexes) {
            var effect = index.effect(place, before, after);
            if (effect.units() > 0) {
                effects.add(effect);
            }
        }
        return effects;
    }

    /** The bytes that local indexes keep of the item, which count as its own: together they have the limit of an item. */
    public long copied(Item item) {
        long bytes = 0;
        for (var index : all) {
            if (index.definition().scope() == IndexDefinition.Scope.LOCAL) {
                bytes += index.copied(item);
            }
        }
        return bytes;
    }

    /** The units of a write that costs {@code table} units and has {@code effects}. */
    public static WriteUnits units(long table, List<Index.Effect> effects) {
        if (effects.isEmpty()) {
            return WriteUnits.of(table);
        }
        Map<String, Long> global = new LinkedHashMap<>();
        Map<String, Long> local = new LinkedHashMap<>();
        for (var effect : effects) {
            var definition = effect.index().definition();
            var units = switch (definition.scope()) {
                case GLOBAL -> global;
                case LOCAL -> local;
            };
            units.put(definition.name(), effect.units());
        }
        return new WriteUnits(table, global, local);
    }

    /** Makes, fills and drops indexes until they are those of {@code table}. */
    public void redefine(TableDefinition table, MVMap<Bytes, Item> items) {
        var kept = new ArrayList<Index>();
        for (var wanted : table.indexes()) {
            var existing = index(wanted.name());
            existing.ifPresent(index -> index.redefine(wanted));
            kept.add(existing.orElseGet(() -> filled(table, wanted, items)));
        }
        all.stream().filter(index -> !kept.contains(index)).forEach(Index::clear);
        all = List.copyOf(kept);
    }

    public void clear() {
        all.forEach(Index::clear);
    }

    private Index filled(TableDefinition table, IndexDefinition wanted, MVMap<Bytes, Item> items) {
        var index = opened(table, wanted);
        var cursor = items.cursor(null);
        while (cursor.hasNext()) {
            var place = cursor.next();
            index.fill(place, cursor.getValue());
        }
        return index;
    }

    private Index opened(TableDefinition table, IndexDefinition index) {
        return new Index(store, tableName, table.keys(), index);
    }
}
