package com.lifeverse.local.table.value;

import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Encoded keys as keys of a store's map, in the order of unsigned bytes. */
public final class BytesType extends BasicDataType<Bytes> {
    public static final BytesType INSTANCE = new BytesType();

    private BytesType() {}

    @Override
    public int compare(Bytes a, Bytes b) {
        return a.compareTo(b);
    }

    @Override
    public int getMemory(Bytes bytes) {
        return 40 + bytes.length();
    }

    @Override
    public void write(WriteBuffer out, Bytes bytes) {
        ValueFormat.bytes(out, bytes);
    }

    @Override
    public Bytes read(ByteBuffer in) {
        return ValueFormat.bytes(in);
    }

    @Override
    public Bytes[] createStorage(int size) {
        return new Bytes[size];
    }
}
