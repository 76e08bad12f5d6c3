package com.lifeverse.local.kernel;

import com.lifeverse.local.kernel.storage.Changes;
import com.lifeverse.local.kernel.storage.DataFile;
import com.lifeverse.local.kernel.storage.WriteLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * The stack's one store: named, ordered maps in memory or in a directory. All services share it, so that one
 * {@link #write} can change a table, its stream and a queue together: after a crash either all of it is there or none.
 * When {@code write} returns, the change survives a {@code kill -9} of the process (not a loss of power), and so does
 * all that it has seen. Writers that arrive together share one trip to the file.
 *
 * <p>Writes are made one at a time; reads of the maps wait for nobody, and may see a write that is under way:
 * {@link #settle} before telling of it.
 *
 * <p>Of locks: a change may take others, but whoever holds one of those must not call {@code write}, {@code settle} or
 * {@code map} then, or the two wait for each other for ever. A change must not wait for another thread's write either. Virtual
 * and platform threads may both write, and may be interrupted: nothing here waits interruptibly.
 */
public final class Store implements AutoCloseable {
    private static final String DATA = "stack.mv";

    /** A log of this many bytes is turned into a checkpoint. */
    private static final long LOG_LIMIT = 16L << 20;

    /** So much memory of changed pages is, too. */
    private static final long UNSAVED_LIMIT = 64L << 20;

    private final Changes changes;
    private final DataFile data;
    private final @Nullable WriteLog log;
    private final long logLimit;
    private final ReentrantLock turn = new ReentrantLock();
    private final Map<String, Consumer<Store>> copies = new ConcurrentSkipListMap<>();
    private volatile Runnable witness = () -> {};
    private boolean lastChanged;
    private boolean closed;

    private Store(Changes changes, DataFile data, @Nullable WriteLog log, long logLimit) {
        this.changes = changes;
        this.data = data;
        this.log = log;
        this.logLimit = logLimit;
    }

    public static Store inMemory() {
        var changes = new Changes(false);
        return new Store(changes, DataFile.inMemory(changes), null, LOG_LIMIT);
    }

    /**
     * The store in {@code directory}, made if it is not there.
     *
     * @throws DataInUse if another process has it open
     * @throws IllegalStateException if what is there cannot be read
     */
    public static Store in(Path directory) {
        return in(directory, LOG_LIMIT);
    }

    /** As {@link #in(Path)}, with a checkpoint whenever the log of writes has grown to {@code logLimit} bytes. */
    public static Store in(Path directory, long logLimit) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the data directory " + directory, e);
        }
        var changes = new Changes(true);
        var data = data(directory, changes);
        try {
            return new Store(changes, data, recovered(directory.resolve("stack.log"), data), logLimit);
        } catch (IOException e) {
            data.abandon();
            throw unreadable(directory, e);
        }
    }

    /** Whether there is a store in {@code directory}, whoever has it open. */
    public static boolean isIn(Path directory) {
        return Files.isRegularFile(directory.resolve(DATA));
    }

    private static DataFile data(Path directory, Changes changes) {
        try {
            return DataFile.at(directory.resolve(DATA), changes);
        } catch (MVStoreException e) {
            throw e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? new DataInUse(directory, e)
                    : unreadable(directory, e);
        }
    }

    private static IllegalStateException unreadable(Path directory, Exception cause) {
        return new IllegalStateException("The data in " + directory + " cannot be read: " + cause.getMessage(), cause);
    }

    private static WriteLog recovered(Path path, DataFile data) throws IOException {
        if (data.generation() > 0 && !Files.exists(path)) {
            throw new IOException(path.getFileName() + " is missing, and with it the latest writes");
        }
        var log = new WriteLog(path);
        data.takeOver(log.read(data.generation()));
        log.restart(data::checkpoint);
        return log;
    }

    /** The map {@code name} with types of its own; keep the returned object. It can be changed only within a write. */
    public <K, V> MVMap<K, V> map(String name, DataType<K> keys, DataType<V> values) {
        turn.lock();
        try {
            MVMap<K, V> map = data.map(name, keys, values);
            copies.put(name, other -> other.map(name, keys, values).putAll(map));
            return map;
        } finally {
            turn.unlock();
        }
    }

    /** The map {@code name} from text to text. */
    public MVMap<String, String> texts(String name) {
        return map(name, StringDataType.INSTANCE, StringDataType.INSTANCE);
    }

    /**
     * Runs {@code change} so that a crash leaves all or nothing of it, and returns when it is durable. If it throws,
     * what it did to the maps is taken back, and only that. A write within a write is part of the outer one: durable
     * with it, and taken back alone if it throws alone.
     */
    public <T> T write(Supplier<T> change) {
        T result;
        boolean durable;
        turn.lock();
        try {
            requireUsable();
            boolean outer = turn.getHoldCount() == 1;
            result = outer ? whole(change) : made(change);
            durable = outer && lastChanged;
        } finally {
            turn.unlock();
        }
        awaitWritten();
        if (durable) {
            witness.run();
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

    /**
     * From now on {@code told} runs behind every write that changed something, on its thread, when it is durable. What it
     * throws the writer gets: the write is made. Simulations end the stack there.
     */
    public void witness(Runnable told) {
        witness = told;
    }

    /**
     * Returns when all that can be seen in the maps by now is made as a whole, and durable: a write that is under way is
     * waited for. Who tells of a read only then never tells of half a write. Within a write it returns at once.
     */
    @SuppressWarnings("LockNotBeforeTry") // The lock guards nothing here: to have got it is to have waited.
    public void settle() {
        if (turn.isHeldByCurrentThread()) {
            return;
        }
        if (turn.isLocked()) {
            turn.lock();
            turn.unlock();
        }
        awaitWritten();
    }

    /** Puts all that the maps opened here hold now into {@code other}. Call it while nobody writes to either. */
    public void copyTo(Store other) {
        other.write(() -> copies.values().forEach(map -> map.accept(other)));
    }

    @Override
    public void close() {
        turn.lock();
        try {
            if (!closed) {
                closed = true;
                end();
            }
        } finally {
            turn.unlock();
        }
    }

    private void awaitWritten() {
        if (log != null && !turn.isHeldByCurrentThread()) {
            log.awaitWritten(log.end());
        }
    }

    private <T> T made(Supplier<T> change) {
        var start = changes.mark();
        boolean made = false;
        try {
            T result = change.get();
            made = true;
            return result;
        } finally {
            if (!made) {
                changes.backTo(start);
            }
        }
    }

    private <T> T whole(Supplier<T> change) {
        try {
            T result = made(change);
            lastChanged = changes.any();
            if (log != null) {
                append(log);
            }
            return result;
        } finally {
            changes.end();
        }
    }

    private void append(WriteLog log) {
        log.requireSound();
        var bytes = changes.bytes();
        if (bytes.hasRemaining()) {
            log.append(bytes);
        }
        if (log.size() > logLimit || data.unsaved() > UNSAVED_LIMIT) {
            checkpoint(log);
        }
    }

    private void checkpoint(WriteLog log) {
        log.restart(data::checkpoint);
        data.compact();
    }

    private void requireUsable() {
        if (closed) {
            throw new IllegalStateException("The store is closed");
        }
        if (log != null) {
            log.requireSound();
        }
    }

    private void end() {
        if (log == null) {
            data.close();
            return;
        }
        try (log) {
            if (log.isSound()) {
                checkpoint(log);
                data.close();
            } else {
                data.abandon();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The log of writes cannot be closed", e);
        }
    }
}
