package com.lifeverse.session.inbox;

import com.lifeverse.session.support.InMemorySessionTables;
import com.lifeverse.session.support.SessionTables;
import org.junit.jupiter.api.Tag;

@Tag("rules")
final class InMemoryInboxTest extends InboxContract {
    @Override
    protected SessionTables tables() {
        return new InMemorySessionTables();
    }
}
