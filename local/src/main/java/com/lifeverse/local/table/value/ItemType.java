package com.lifeverse.local.table.value;

import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Items as values of a store's map: objects in memory, bytes only when a page is written. */
public final class ItemType extends BasicDataType<Item> {
    public static final ItemType INSTANCE = new ItemType();

    private ItemType() {}

    @Override
    public int getMemory(Item item) {
        return 64 + item.size() + 96 * item.attributes().size();
    }

    @Override
    public void write(WriteBuffer out, Item item) {
        ValueFormat.writeMap(out, item.attributes());
    }

    @Override
    public Item read(ByteBuffer in) {
        return Item.taking(ValueFormat.readMap(in));
    }

    @Override
    public Item[] createStorage(int size) {
        return new Item[size];
    }
}
