package com.lifeverse.session.group.desk;

import com.lifeverse.session.group.support.GroupTables;
import com.lifeverse.session.group.support.InMemoryGroupTables;
import org.junit.jupiter.api.Tag;

@Tag("rules")
final class InMemoryGroupTablesTest extends GroupTablesContract {
    @Override
    protected GroupTables tables() {
        return new InMemoryGroupTables();
    }
}
