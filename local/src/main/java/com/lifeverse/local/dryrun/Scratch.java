package com.lifeverse.local.dryrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;

/**
 * Sorted maps in a file that is gone afterwards. A bounded part of them is in memory, however many players there are; about 100
 * bytes a player and one more for each happening that is remembered are on disk.
 */
public final class Scratch implements AutoCloseable {
    private static final int CACHE_MEGABYTES = 16;
    private static final int UNSAVED_KILOBYTES = 2_048;

    private final Path file;
    private final MVStore store;

    private Scratch(Path file, MVStore store) {
        this.file = file;
        this.store = store;
    }

    /** A scratch file in the directory for temporary files. */
    public static Scratch open() throws IOException {
        var file = Files.createTempFile("dry-run", ".mv");
        var store = new MVStore.Builder()
                .fileName(file.toString())
                .cacheSize(CACHE_MEGABYTES)
                .autoCommitBufferSize(UNSAVED_KILOBYTES)
                .open();
        // Nobody reads how it was, and nobody opens it again.
        store.setVersionsToKeep(0);
        store.setRetentionTime(0);
        return new Scratch(file, store);
    }

    <K, V> MVMap<K, V> map(String name, DataType<K> keys, DataType<V> values) {
        return store.openMap(name, new MVMap.Builder<K, V>().keyType(keys).valueType(values));
    }

    @Override
    public void close() throws IOException {
        store.closeImmediately();
        Files.deleteIfExists(file);
    }
}
