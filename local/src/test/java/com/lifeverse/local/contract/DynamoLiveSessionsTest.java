package com.lifeverse.local.contract;

import com.lifeverse.session.live.LiveSessionsContract;
import com.lifeverse.session.support.DynamoSessionTables;
import com.lifeverse.session.support.SessionTables;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoLiveSessionsTest extends LiveSessionsContract {
    @Override
    protected SessionTables tables() {
        return new DynamoSessionTables(Engine.empty().client());
    }
}
