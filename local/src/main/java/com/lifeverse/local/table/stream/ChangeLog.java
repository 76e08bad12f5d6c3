package com.lifeverse.local.table.stream;

import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.kernel.Streams;
import com.lifeverse.local.table.schema.TableDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.LongDataType;

/**
 * The stream of one table. Records older than a day are no longer shown and go as new ones come; the newest one stays
 * in the store, for it is what the numbering goes on from.
 */
public final class ChangeLog {
    private static final Duration RETENTION = Duration.ofHours(24);
    private static final int TRIMMED_AT_ONCE = 8;

    private final MVMap<Long, Change> changes;
    private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

    public ChangeLog(Store store, String tableName) {
        this.changes = store.map("table.stream." + tableName, LongDataType.INSTANCE, ChangeType.INSTANCE);
    }

    /** Adds a record. Call it within the store's write of the change itself, under the table's lock. */
    public void append(Change change) {
        changes.put(newest() + 1, change);
        trim(change.at());
    }

    /** Forgets all records, for the table goes. Call it within the store's write, under the table's lock. */
    public void clear() {
        changes.clear();
    }

    /** Tells everybody who watches that the stream has grown. Call it after the write. */
    public void wake() {
        watchers.forEach(Runnable::run);
    }

    public void watch(Runnable wake) {
        watchers.add(wake);
    }

    public long newest() {
        // Kept nowhere else: a record that is taken back with its write takes its number with it.
        var last = changes.lastKey();
        return last == null ? 0 : last;
    }

    /** Up to {@code limit} records after {@code sequence} that are not yet a day old at {@code now}. */
    public List<Streams.Change> after(TableDefinition table, long sequence, int limit, Instant now) {
        var view = table.stream().orElseThrow();
        var streamArn = table.streamArn().orElseThrow();
        var oldest = now.minus(RETENTION);
        var found = new ArrayList<Streams.Change>();
        var cursor = changes.cursor(sequence + 1);
        while (cursor.hasNext() && found.size() < limit) {
            long each = cursor.next();
            var change = cursor.getValue();
            if (!change.at().isBefore(oldest)) {
                found.add(new Streams.Change(each, change.at(), RecordJson.of(table, view, streamArn, each, change)));
            }
        }
        return found;
    }

    private void trim(Instant now) {
        var oldest = now.minus(RETENTION);
        for (int i = 0; i < TRIMMED_AT_ONCE; i++) {
            var first = changes.firstKey();
            if (first == null || first == newest()) {
                return;
            }
            var change = changes.get(first);
            if (change == null || !change.at().isBefore(oldest)) {
                return;
            }
            changes.remove(first);
        }
    }
}
