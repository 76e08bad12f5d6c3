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

    /** The records of the latest stream of {@code table}. */
    public static ChangeLog of(Store store, TableDefinition table) {
        return new ChangeLog(store, table.name() + "/" + table.streamLabel());
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

    /** One record with its place in the stream. */
    public record Entry(long sequence, Change change) {}

    /** Up to {@code limit} records after {@code sequence} that are not yet a day old at {@code now}, oldest first. */
    public List<Entry> entries(long sequence, int limit, Instant now) {
        var oldest = now.minus(RETENTION);
        var found = new ArrayList<Entry>();
        var cursor = changes.cursor(sequence + 1);
        while (cursor.hasNext() && found.size() < limit) {
            long each = cursor.next();
            var change = cursor.getValue();
            if (!change.at().isBefore(oldest)) {
                found.add(new Entry(each, change));
            }
        }
        return found;
    }

    /** The sequence number of the first record that is not yet a day old at {@code now}, or of the first one to come. */
    public long oldest(Instant now) {
        long last = newest();
        var first = entries(0, 1, now);
        return first.isEmpty() ? last + 1 : first.getFirst().sequence();
    }

    /** As {@link #entries}, each as a function gets it. */
    public List<Streams.Change> after(TableDefinition table, long sequence, int limit, Instant now) {
        var view = table.stream().orElseThrow();
        var streamArn = table.streamArn().orElseThrow();
        return entries(sequence, limit, now).stream()
                .map(each -> new Streams.Change(
                        each.sequence(),
                        each.change().at(),
                        RecordJson.of(table, view, streamArn, each.sequence(), each.change())))
                .toList();
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
