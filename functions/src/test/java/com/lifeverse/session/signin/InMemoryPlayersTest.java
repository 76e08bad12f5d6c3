package com.lifeverse.session.signin;

import com.lifeverse.session.support.InMemorySessionTables;
import com.lifeverse.session.support.SessionTables;
import org.junit.jupiter.api.Tag;

@Tag("rules")
final class InMemoryPlayersTest extends PlayersContract {
    @Override
    protected SessionTables tables() {
        return new InMemorySessionTables();
    }
}
