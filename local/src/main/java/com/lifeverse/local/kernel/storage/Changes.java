package com.lifeverse.local.kernel.storage;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.function.BiConsumer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * What the write under way has done so far: enough to do it again after a crash, and enough to take it back. One write
 * at a time; the store sees to that.
 */
public final class Changes {
    private static final byte PUT = 1;
    private static final byte REMOVE = 2;
    private static final int KEPT_BYTES = 1 << 20;

    private record Undo<K, V>(
            StoreMap<K, V> map, K key, @Nullable V before) {
        void run() {
            map.set(key, before);
        }
    }

    private final boolean durable;
    private final ArrayList<Undo<?, ?>> undos = new ArrayList<>();
    private WriteBuffer redo = new WriteBuffer();
    private @Nullable Thread writer;
    private boolean maintained;

    /** A write of a store that is not durable need not be done again: nothing is encoded then. */
    public Changes(boolean durable) {
        this.durable = durable;
    }

    /** Where a part of the write begins, to go {@link #backTo}. */
    public record Mark(int undos, int bytes) {}

    public Mark mark() {
        writer = Thread.currentThread();
        return new Mark(undos.size(), redo.position());
    }

    /** Takes back what was done since {@code mark}, last things first. */
    public void backTo(Mark mark) {
        while (undos.size() > mark.undos()) {
            undos.removeLast().run();
        }
        redo.position(mark.bytes());
    }

    /** The write as bytes, to be read before it ends; empty if it changed nothing. */
    public ByteBuffer bytes() {
        return redo.getBuffer().duplicate().flip();
    }

    /** True if the write has changed something so far. */
    public boolean any() {
        return !undos.isEmpty();
    }

    /** Forgets the write: it is made, or taken back. */
    public void end() {
        writer = null;
        undos.clear();
        // One huge write must not keep its buffer for ever.
        redo = redo.capacity() > KEPT_BYTES ? new WriteBuffer() : redo.clear();
    }

    /** Runs what rewrites pages of maps without changing what they hold. */
    public void maintain(Runnable action) {
        maintained = true;
        try {
            action.run();
        } finally {
            maintained = false;
        }
    }

    boolean areMaintained() {
        return maintained;
    }

    /** True on the thread whose write is under way. */
    boolean areOpen() {
        return Thread.currentThread().equals(writer);
    }

    <K, V> void note(StoreMap<K, V> map, K key, @Nullable V before, @Nullable V after) {
        undos.add(new Undo<>(map, key, before));
        if (durable) {
            StringDataType.INSTANCE.write(redo, map.getName());
            int start = redo.position();
            redo.putInt(0).put(after == null ? REMOVE : PUT);
            map.getKeyType().write(redo, key);
            if (after != null) {
                map.getValueType().write(redo, after);
            }
            redo.putInt(start, redo.position() - start - Integer.BYTES);
        }
    }

    /** Hands the changes in {@code write} to {@code parts}, each with the name of its map, in the order of making. */
    static void split(ByteBuffer write, BiConsumer<String, ByteBuffer> parts) {
        while (write.hasRemaining()) {
            var map = StringDataType.INSTANCE.read(write);
            int length = Integer.BYTES + write.getInt(write.position());
            parts.accept(map, write.slice(write.position(), length));
            write.position(write.position() + length);
        }
    }

    /** Does again, in {@code map}, all that {@code bytes} hold of it. */
    static <K, V> void redo(StoreMap<K, V> map, ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            int end = bytes.getInt() + bytes.position();
            byte what = bytes.get();
            K key = map.getKeyType().read(bytes);
            map.set(key, what == PUT ? map.getValueType().read(bytes) : null);
            if (bytes.position() != end) {
                throw new IllegalStateException(
                        "Map " + map.getName() + " is not of the types that it was written with");
            }
        }
    }
}
