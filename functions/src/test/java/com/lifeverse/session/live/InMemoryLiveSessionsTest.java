package com.lifeverse.session.live;

import com.lifeverse.session.support.InMemorySessionTables;
import com.lifeverse.session.support.SessionTables;
import org.junit.jupiter.api.Tag;

@Tag("rules")
final class InMemoryLiveSessionsTest extends LiveSessionsContract {
    @Override
    protected SessionTables tables() {
        return new InMemorySessionTables();
    }
}
