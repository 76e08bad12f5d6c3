package com.lifeverse.local.table.stream;

import com.lifeverse.local.table.value.Item;
import com.lifeverse.local.table.value.ItemType;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Changes as values of a store's map. */
final class ChangeType extends BasicDataType<Change> {
    static final ChangeType INSTANCE = new ChangeType();

    private static final int OLD = 1;
    private static final int NEW = 2;
    private static final int EXPIRED = 4;

    private ChangeType() {}

    @Override
    public int getMemory(Change change) {
        return 48 + memory(change.before()) + memory(change.after());
    }

    private static int memory(@Nullable Item item) {
        return item == null ? 0 : ItemType.INSTANCE.getMemory(item);
    }

    @Override
    public void write(WriteBuffer out, Change change) {
        var before = change.before();
        var after = change.after();
        out.putVarLong(change.at().toEpochMilli());
        out.put((byte) ((before == null ? 0 : OLD) | (after == null ? 0 : NEW) | (change.isExpired() ? EXPIRED : 0)));
        if (before != null) {
            ItemType.INSTANCE.write(out, before);
        }
        if (after != null) {
            ItemType.INSTANCE.write(out, after);
        }
    }

    @Override
    public Change read(ByteBuffer in) {
        var at = Instant.ofEpochMilli(DataUtils.readVarLong(in));
        int flags = in.get();
        var before = (flags & OLD) == 0 ? null : ItemType.INSTANCE.read(in);
        var after = (flags & NEW) == 0 ? null : ItemType.INSTANCE.read(in);
        return new Change(at, before, after, (flags & EXPIRED) != 0);
    }

    @Override
    public Change[] createStorage(int size) {
        return new Change[size];
    }
}
