package com.lifeverse.session.identity;

import com.lifeverse.session.support.InMemorySessionTables;
import com.lifeverse.session.support.SessionTables;
import org.junit.jupiter.api.Tag;

@Tag("rules")
final class InMemoryLinkIdentityTest extends LinkIdentityContract {
    @Override
    protected SessionTables tables() {
        return new InMemorySessionTables();
    }
}
