package com.lifeverse.local.contract;

import com.lifeverse.session.group.desk.GroupTablesContract;
import com.lifeverse.session.group.support.DynamoGroupTables;
import com.lifeverse.session.group.support.GroupTables;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoGroupTablesTest extends GroupTablesContract {
    @Override
    protected GroupTables tables() {
        return new DynamoGroupTables(Engine.empty().client());
    }
}
