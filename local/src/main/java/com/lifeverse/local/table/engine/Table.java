package com.lifeverse.local.table.engine;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.table.index.Index;
import com.lifeverse.local.table.index.Indexes;
import com.lifeverse.local.table.read.Source;
import com.lifeverse.local.table.schema.TableDefinition;
import com.lifeverse.local.table.stream.Change;
import com.lifeverse.local.table.stream.ChangeLog;
import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.BytesType;
import com.lifeverse.local.table.value.InvalidRequest;
import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.ItemType;
import com.lifeverse.local.table.value.Value;
import java.time.Instant;
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
    private final Indexes indexes;
    private final Expiry expiry;
    private final Meter meter = new Meter();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile TableDefinition definition;
    private volatile ChangeLog changes;
    private volatile @Nullable Instant readyAt;
    private volatile boolean isGone;

    Table(Store store, Agenda agenda, TableDefinition definition) {
        this.store = store;
        this.agenda = agenda;
        this.definition = definition;
        this.items = store.map("table.items." + definition.name(), BytesType.INSTANCE, ItemType.INSTANCE);
        this.indexes = new Indexes(store, definition);
        this.changes = ChangeLog.of(store, definition);
        this.expiry = new Expiry(this, agenda);
    }

    public TableDefinition definition() {
        return definition;
    }

    public Meter meter() {
        return meter;
    }

    /** The latest stream's. */
    public ChangeLog changes() {
        return changes;
    }

    public Indexes indexes() {
        return indexes;
    }

    /** The number of items. */
    public long size() {
        return items.sizeAsLong();
    }

    /** Bytes of all items. Goes through all of them. */
    public long bytes() {
        return Item.bytes(items.values());
    }

    /** The item of {@code key}; empty if there is none. */
    public Optional<Item> read(Map<String, Value> key) {
        return at(definition.keys().place(key));
    }

    /** The item at {@code place}; empty if there is none. */
    public Optional<Item> at(Bytes place) {
        return Optional.ofNullable(items.get(place));
    }

    /** What queries and scans of the table itself read. */
    public Source source() {
        return new Source(items, definition.keys(), Optional.empty());
    }

    /** The item that {@code entry} of an index stands for. */
    public Item whole(Item entry) {
        return at(definition.keys().place(entry)).orElse(entry);
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
                meter.written(written.units().total());
                announce(written);
            }
            case WriteOutcome.Refused refused -> meter.refused(refused.units().total());
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

    /**
     * What {@code write} would come to, without making it. Call it under the lock.
     *
     * @throws InvalidRequest if the write cannot be made of the item that there is
     */
    public WriteOutcome plan(Write write) {
        if (isGone) {
            throw new NoSuchTable();
        }
        var plan = new Plan(definition, indexes);
        var place = plan.require(write);
        return plan.outcome(write, place, items.get(place));
    }

    /** How writes are planned, for those who want to know more before they make them. */
    public Plan plans() {
        return new Plan(definition, indexes);
    }

    /** Makes what {@link #plan} has promised, under the same hold of the lock and in the same write of the store. */
    public void commit(WriteOutcome.Written written) {
        if (written.isChange()) {
            put(written.place(), written.before(), written.after(), false);
            written.effects().forEach(Index.Effect::make);
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

    /** Sees to what the table holds from earlier runs. */
    void start() {
        expiry.start();
    }

    /** Until {@code instant} the table is shown as being made. */
    void readyAt(Instant instant) {
        readyAt = instant;
    }

    /** True until the table can be used. */
    public boolean isBeingMade() {
        var ready = readyAt;
        return ready != null && agenda.instant().isBefore(ready);
    }

    /** Takes over changed settings. Call it within the store's write, under the lock. */
    void redefine(TableDefinition changed) {
        if (!changed.latestStreamArn().equals(definition.latestStreamArn())) {
            changes = ChangeLog.of(store, changed);
        }
        definition = changed;
        indexes.redefine(changed, items);
        expiry.start();
    }

    /** Empties the table for good; its stream stays. Call it within the store's write, under the lock. */
    void drop() {
        isGone = true;
        items.clear();
        indexes.clear();
    }

    void expire(Bytes place, Item item) {
        put(place, item, null, true);
        indexes.effects(place, item, null).forEach(Index.Effect::make);
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
}
