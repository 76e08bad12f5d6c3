package com.lifeverse.local.kernel.storage;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Writes since the last checkpoint, one after the other, each with its length and a checksum. What the operating system
 * has taken survives a {@code kill -9}; a write torn by one is recognised and counts as never made. Whoever waits for
 * the file first writes for all who have come meanwhile. Threads may be interrupted: it is no channel, which that would
 * close.
 */
public final class WriteLog implements AutoCloseable {
    private static final long MAGIC = 0x4c69666556724c31L;
    private static final int HEADER = 2 * Long.BYTES;
    private static final int RECORD_HEADER = 2 * Integer.BYTES;
    private static final int KEPT_BYTES = 1 << 20;

    private final RandomAccessFile file;
    private final ReentrantLock writing = new ReentrantLock();
    private final CRC32C checksum = new CRC32C();
    private final byte[] recordHeader = new byte[RECORD_HEADER];
    private Waiting waiting = new Waiting();
    private Waiting spare = new Waiting();
    private volatile long appended;
    private volatile long written;
    private volatile @Nullable Exception failure;
    private long size;

    private static final class Waiting extends ByteArrayOutputStream {
        void writeTo(RandomAccessFile file) throws IOException {
            file.write(buf, 0, count);
            reset();
            if (buf.length > KEPT_BYTES) {
                buf = new byte[KEPT_BYTES];
            }
        }
    }

    /** Opens the log at {@code path}, or makes it. */
    public WriteLog(Path path) throws IOException {
        this.file = new RandomAccessFile(path.toFile(), "rw");
    }

    /**
     * All whole writes of the log in the order of making, if it follows checkpoint {@code generation}. The log of an
     * older one holds nothing that the checkpoint does not hold.
     *
     * @throws IOException if the log is not of this store
     */
    public List<ByteBuffer> read(long generation) throws IOException {
        var writes = new ArrayList<ByteBuffer>();
        if (file.length() < HEADER) {
            return writes;
        }
        file.seek(0);
        if (file.readLong() != MAGIC) {
            throw new IOException("The log of writes is not one");
        }
        long follows = file.readLong();
        if (follows > generation) {
            throw new IOException("The log of writes follows checkpoint " + follows + ", but the data is of checkpoint "
                    + generation + "; files of two stores seem to be mixed");
        }
        if (follows == generation) {
            for (var record = readRecord(); record != null; record = readRecord()) {
                writes.add(record);
            }
        }
        return writes;
    }

    private @Nullable ByteBuffer readRecord() throws IOException {
        try {
            int length = file.readInt();
            int expected = file.readInt();
            if (length <= 0 || length > file.length() - file.getFilePointer()) {
                return null;
            }
            var content = new byte[length];
            file.readFully(content);
            return expected == sum(ByteBuffer.wrap(content)) ? ByteBuffer.wrap(content) : null;
        } catch (EOFException e) {
            return null;
        }
    }

    /**
     * Makes a checkpoint of all that was appended, and begins anew after it. If the checkpoint fails, nothing can be
     * written any more: this log may be one that nobody would read again.
     *
     * @param checkpoint returns its generation
     */
    public void restart(LongSupplier checkpoint) {
        writing.lock();
        try {
            writeWaiting();
            long generation = checkpoint.getAsLong();
            file.setLength(0);
            file.seek(0);
            file.write(ByteBuffer.allocate(HEADER)
                    .putLong(MAGIC)
                    .putLong(generation)
                    .array());
            size = HEADER;
        } catch (IOException | RuntimeException e) {
            throw failed(e);
        } finally {
            writing.unlock();
        }
    }

    /** The length of the log in bytes, once all that was appended is written. */
    public long size() {
        return size;
    }

    /** The place up to which everything must be written that has been appended by now. */
    public long end() {
        return appended;
    }

    /** Adds a write to those that wait for the file. One thread at a time. */
    public void append(ByteBuffer write) {
        ByteBuffer.wrap(recordHeader).putInt(write.remaining()).putInt(sum(write.duplicate()));
        synchronized (this) {
            waiting.writeBytes(recordHeader);
            waiting.write(write.array(), write.arrayOffset() + write.position(), write.remaining());
            size += RECORD_HEADER + write.remaining();
            appended++;
        }
    }

    /**
     * Returns when the operating system has all writes up to {@code end}.
     *
     * @throws IllegalStateException if it would not take them; nothing can be written then any more
     */
    public void awaitWritten(long end) {
        if (written >= end) {
            return;
        }
        writing.lock();
        try {
            requireSound();
            if (written < end) {
                writeWaiting();
            }
        } finally {
            writing.unlock();
        }
    }

    /** Refuses to go on after a failure: memory is ahead of the file from then on. */
    public void requireSound() {
        var known = failure;
        if (known != null) {
            throw new IllegalStateException("The store cannot be written any more", known);
        }
    }

    public boolean isSound() {
        return failure == null;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void writeWaiting() {
        Waiting mine;
        long end;
        synchronized (this) {
            mine = waiting;
            waiting = spare;
            spare = mine;
            end = appended;
        }
        try {
            mine.writeTo(file);
        } catch (IOException e) {
            throw failed(e);
        }
        written = end;
    }

    private IllegalStateException failed(Exception e) {
        failure = e;
        return new IllegalStateException("The store cannot be written", e);
    }

    private int sum(ByteBuffer bytes) {
        checksum.reset();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }
}
