package com.lifeverse.session.group.crowd;

import com.lifeverse.session.group.support.InMemoryGroupTables;
import org.junit.jupiter.api.Tag;

@Tag("rules")
final class InMemoryCrowdsTest extends CrowdsContract {
    @Override
    protected Crowds crowds() {
        return new InMemoryGroupTables().crowds();
    }
}
