package com.lifeverse.local.kernel.storage;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * The maps of a store as they were at its last checkpoint, and in memory as they are now. What a log held of maps that
 * nobody has opened yet is kept here as bytes, for only who opens a map knows its types.
 */
public final class DataFile implements AutoCloseable {
    // Space of pages that have been replaced is used again at once: no power loss is promised to be survived.
    private static final int RETENTION_MILLIS = 0;
    private static final int FILL_RATE = 60;
    private static final int REWRITTEN_AT_ONCE = 8 << 20;
    private static final String GENERATION = "generation";

    private final MVStore file;
    private final Changes changes;
    private final MVMap<String, byte[]> unopened;
    private final MVMap<String, Long> numbers;

    private DataFile(MVStore file, Changes changes) {
        this.file = file;
        this.changes = changes;
        this.unopened = file.openMap("store.unopened", builder(ByteArrayDataType.INSTANCE));
        this.numbers = file.openMap("store.numbers", builder(LongDataType.INSTANCE));
    }

    private static <V> MVMap.Builder<String, V> builder(DataType<V> values) {
        return new MVMap.Builder<String, V>().keyType(StringDataType.INSTANCE).valueType(values);
    }

    public static DataFile inMemory(Changes changes) {
        return new DataFile(new MVStore.Builder().autoCommitDisabled().open(), changes);
    }

    /**
     * Opens {@code path}, or makes it. Until it is closed no other process can.
     *
     * @throws MVStoreException if another process has it open, or it is damaged
     */
    public static DataFile at(Path path, Changes changes) {
        var file = new MVStore.Builder()
                .fileName(SteadyPath.name(path))
                .autoCommitDisabled()
                // Else it commits by itself, in the middle of a write, whenever enough pages have changed.
                .autoCommitBufferSize(0)
                .open();
        file.setRetentionTime(RETENTION_MILLIS);
        file.setVersionsToKeep(0);
        return new DataFile(file, changes);
    }

    /** The map {@code name}, with all that a log has held of it. */
    public <K, V> StoreMap<K, V> map(String name, DataType<K> keys, DataType<V> values) {
        var map = file.openMap(name, new StoreMap.Builder<>(changes, keys, values));
        var missing = unopened.remove(name);
        if (missing != null) {
            Changes.redo(map, ByteBuffer.wrap(missing));
        }
        return map;
    }

    /** Takes writes over that are to be done again, in this order. */
    public void takeOver(List<ByteBuffer> writes) {
        Map<String, ByteArrayOutputStream> parts = new LinkedHashMap<>();
        unopened.forEach((map, bytes) -> out(parts, map).writeBytes(bytes));
        for (var write : writes) {
            Changes.split(
                    write, (map, part) -> out(parts, map).write(part.array(), part.arrayOffset(), part.remaining()));
        }
        parts.forEach((map, bytes) -> unopened.put(map, bytes.toByteArray()));
    }

    private static ByteArrayOutputStream out(Map<String, ByteArrayOutputStream> parts, String map) {
        return parts.computeIfAbsent(map, name -> new ByteArrayOutputStream());
    }

    /** How many checkpoints there have been. */
    public long generation() {
        return numbers.getOrDefault(GENERATION, 0L);
    }

    /** Bytes of memory that only a checkpoint can free. */
    public long unsaved() {
        return file.getUnsavedMemory();
    }

    /** Brings the file up to now, in one step: a crash leaves it as it was or as it is. Returns the new generation. */
    public long checkpoint() {
        numbers.put(GENERATION, generation() + 1);
        Undisturbed.run(file::commit);
        return generation();
    }

    /** Makes room in the file that pages which have been replaced still take. */
    public void compact() {
        changes.maintain(() -> Undisturbed.run(() -> file.compact(FILL_RATE, REWRITTEN_AT_ONCE)));
    }

    @Override
    public void close() {
        changes.maintain(() -> Undisturbed.run(file::close));
    }

    /** Lets go of the file as it is. */
    public void abandon() {
        file.closeImmediately();
    }
}
