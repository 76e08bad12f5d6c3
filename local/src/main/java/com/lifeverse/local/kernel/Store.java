package com.lifeverse.local.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.StringDataType;

/**
 * The stack's one store: named, ordered maps in memory or in one file. All services share it, so that one
 * {@link #write} can change a table, its stream and a queue together: after a crash either all of it is there or none.
 * When {@code write} returns, the change survives a {@code kill -9} of the process (not a loss of power). Writers that
 * arrive together share one commit.
 */
public final class Store implements AutoCloseable {
    private final MVStore file;
    private final boolean durable;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);
    private final AtomicLong writes = new AtomicLong();
    private final Map<String, Consumer<Store>> copies = new ConcurrentSkipListMap<>();
    private long committed;

    private Store(MVStore file, boolean durable) {
        this.file = file;
        this.durable = durable;
    }

    public static Store inMemory() {
        return new Store(new MVStore.Builder().autoCommitDisabled().open(), false);
    }

    /** The store in {@code directory}, made if it is not there. One process at a time: a second one is refused. */
    public static Store in(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the data directory " + directory, e);
        }
        var builder = new MVStore.Builder()
                .fileName(directory.resolve("stack.mv").toString())
                .autoCommitDisabled();
        try {
            return new Store(builder.open(), true);
        } catch (MVStoreException e) {
            throw new DataInUse(directory, e);
        }
    }

    /** The map {@code name} with types of its own; keep the returned object. */
    public <K, V> MVMap<K, V> map(String name, DataType<K> keys, DataType<V> values) {
        MVMap<K, V> map =
                file.openMap(name, new MVMap.Builder<K, V>().keyType(keys).valueType(values));
        copies.put(name, other -> other.map(name, keys, values).putAll(map));
        return map;
    }

    /** The map {@code name} from text to text. */
    public MVMap<String, String> texts(String name) {
        return map(name, StringDataType.INSTANCE, StringDataType.INSTANCE);
    }

    /** Runs {@code change} so that a crash leaves all or nothing of it, and returns when it is durable. May be nested. */
    public <T> T write(Supplier<T> change) {
        int level = depth.get();
        T result;
        lock.readLock().lock();
        try {
            depth.set(level + 1);
            result = change.get();
        } finally {
            depth.set(level);
            lock.readLock().unlock();
        }
        if (durable && level == 0) {
            commitUpTo(writes.incrementAndGet());
        }
        return result;
    }

    /** As {@link #write(Supplier)}, without a result. */
    public void write(Runnable change) {
        write(() -> {
            change.run();
            return true;
        });
    }

    /** Puts all that the maps opened here hold now into {@code other}. Call it while nobody writes to either. */
    public void copyTo(Store other) {
        other.write(() -> copies.values().forEach(map -> map.accept(other)));
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            file.close();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void commitUpTo(long mine) {
        lock.writeLock().lock();
        try {
            if (committed < mine) {
                committed = writes.get();
                file.commit();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
