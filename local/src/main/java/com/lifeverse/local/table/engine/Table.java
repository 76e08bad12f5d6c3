package com.lifeverse.local.table.engine;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.expression.Bound;
import com.lifeverse.local.table.expression.Update;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.stream.Change;
import com.lifeverse.local.table.stream.ChangeLog;
import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.BytesType;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.ItemType;
import com.lifeverse.local.table.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * One table. Writes take its lock, always inside the store's write and never around it, so that a commit to disk waits
 * for nobody's lock; reads take none, for each sees one version of the ordered map.
 */
public final class Table {
    private final Store store;
    private final Agenda agenda;
    private final MVMap<Bytes, Item> items;
    private final ChangeLog changes;
    private final Expiry expiry;
    private final Meter meter = new Meter();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile TableDefinition definition;

    Table(Store store, Agenda agenda, TableDefinition definition) {
        this.store = store;
        this.agenda = agenda;
        this.definition = definition;
        this.items = store.map("table.items." + definition.name(), BytesType.INSTANCE, ItemType.INSTANCE);
        this.changes = new ChangeLog(store, definition.name());
        this.expiry = new Expiry(this, agenda);
    }

    public TableDefinition definition() {
        return definition;
    }

    public Meter meter() {
        return meter;
    }

    public ChangeLog changes() {
        return changes;
    }

    /** The number of items. */
    public long size() {
        return items.sizeAsLong();
    }

    /** The item of {@code key}; empty if there is none. */
    public Optional<Item> read(Map<String, Value> key) {
        return at(definition.keys().place(key));
    }

    /** The item at {@code place}; empty if there is none. */
    public Optional<Item> at(Bytes place) {
        return Optional.ofNullable(items.get(place));
    }

    /** A page of items in the order of their keys, or backwards. */
    public Page read(PageRequest request) {
        return Page.of(items, definition.keys(), request);
    }

    /** Makes one write; when this returns, it is durable. Its units are counted, made or refused. */
    public WriteOutcome write(Write write) {
        var outcome = store.write(() -> locked(() -> {
            var planned = plan(write);
            if (planned instanceof WriteOutcome.Written written) {
                commit(written);
            }
            return planned;
        }));
        switch (outcome) {
            case WriteOutcome.Written written -> {
                meter.written(written.units());
                announce(written);
            }
            case WriteOutcome.Refused refused -> meter.refused(refused.units());
        }
        return outcome;
    }

    /** Runs {@code action} while nobody else writes to this table. Call it within the store's write. */
    public <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    /** Where the item of {@code write} is kept. */
    public Bytes place(Write write) {
        return switch (write) {
            case Write.Put put -> definition.keys().place(put.item());
            case Write.Update update -> definition.keys().place(update.key());
            case Write.Delete delete -> definition.keys().place(delete.key());
            case Write.Check check -> definition.keys().place(check.key());
        };
    }

    /**
     * What {@code write} would come to, without making it. Call it under the lock.
     *
     * @throws InvalidRequest if the write cannot be made of the item that there is
     */
    public WriteOutcome plan(Write write) {
        var place = place(write);
        if (write instanceof Write.Put put) {
            requireSize(put.item(), "Item size has exceeded the maximum allowed size");
        }
        var before = items.get(place);
        var attributes = before == null ? Map.<String, Value>of() : before.attributes();
        var condition = write.condition();
        if (condition.isPresent() && !Bound.holds(condition.get(), attributes)) {
            return new WriteOutcome.Refused(before, units(before, write instanceof Write.Put put ? put.item() : null));
        }
        var after = switch (write) {
            case Write.Put put -> put.item();
            case Write.Update update -> updated(update, before);
            case Write.Delete _ -> null;
            case Write.Check _ -> before;
        };
        return new WriteOutcome.Written(place, before, after, units(before, after));
    }

    /** Makes what {@link #plan} has promised, under the same hold of the lock and in the same write of the store. */
    public void commit(WriteOutcome.Written written) {
        if (written.isChange()) {
            put(written.place(), written.before(), written.after(), false);
        }
    }

    /** Wakes those who wait for changes. Call it after the store's write. */
    public void announce(WriteOutcome.Written written) {
        if (definition.stream().isPresent() && written.isChange()) {
            changes.wake();
        }
    }

    MVMap<Bytes, Item> items() {
        return items;
    }

    Store store() {
        return store;
    }

    /** Takes over changed settings of stream and time to live. */
    void redefine(TableDefinition changed) {
        definition = changed;
        expiry.start();
    }

    void expire(Bytes place, Item item) {
        put(place, item, null, true);
    }

    private void put(Bytes place, @Nullable Item before, @Nullable Item after, boolean isExpired) {
        if (after == null) {
            items.remove(place);
        } else {
            items.put(place, after);
            expiry.saw(after);
        }
        if (definition.stream().isPresent()) {
            changes.append(new Change(agenda.instant(), before, after, isExpired));
        }
    }

    private @Nullable Item updated(Write.Update write, @Nullable Item before) {
        refuseKeyChange(write.update().tree());
        if (before == null && write.update().tree().onlyTakesAway()) {
            // An update that only takes away makes no item, though one that does nothing at all makes one.
            return null;
        }
        Map<String, Value> start = before == null ? new LinkedHashMap<>(write.key()) : before.attributes();
        var after = Item.taking(Bound.apply(write.update(), start));
        requireSize(after, "Item size to update has exceeded the maximum allowed size");
        return after;
    }

    private void refuseKeyChange(Update update) {
        for (var action : update.actions()) {
            if (definition.keys().contains(action.path().head())) {
                throw InvalidRequest.parameter(
                        "Cannot update attribute " + action.path().head() + ". This attribute is part of the key");
            }
        }
    }

    private static void requireSize(Item item, String complaint) {
        if (item.size() > Item.MAX_SIZE) {
            throw new InvalidRequest(complaint);
        }
    }

    private static long units(@Nullable Item one, @Nullable Item other) {
        return Units.write(Math.max(one == null ? 0 : one.size(), other == null ? 0 : other.size()));
    }
}
