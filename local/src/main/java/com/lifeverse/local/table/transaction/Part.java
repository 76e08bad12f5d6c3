package com.lifeverse.local.table.transaction;

import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.engine.Write;
import com.lifeverse.local.table.value.Bytes;

/** One write of a transaction, and the table that it goes to. */
public record Part(Table table, Write write) {
    record Place(String table, Bytes key) {}

    Place place() {
        return new Place(table.definition().name(), table.place(write));
    }
}
