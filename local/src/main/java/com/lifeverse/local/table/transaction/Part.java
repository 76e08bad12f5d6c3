package com.lifeverse.local.table.transaction;

import com.lifeverse.local.table.engine.Table;
import com.lifeverse.local.table.engine.Write;
import com.lifeverse.local.table.value.Bytes;
import com.lifeverse.local.table.value.InvalidRequest;
import java.util.Set;

/**
 * One write of a transaction, and the table that it goes to.
 *
 * @param nested the attributes into which the paths of its expressions go
 */
public record Part(Table table, Write write, Set<String> nested) {
    record Place(String table, Bytes key) {}

    Place place() {
        return new Place(table.definition().name(), table.plans().place(write));
    }

    /** @throws InvalidRequest if the write cannot be made whatever there is */
    void require() {
        table.plans().require(write);
        table.plans().rules().requireWhole(nested);
    }
}
