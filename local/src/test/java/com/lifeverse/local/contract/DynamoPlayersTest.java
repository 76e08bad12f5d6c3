package com.lifeverse.local.contract;

import com.lifeverse.session.signin.PlayersContract;
import com.lifeverse.session.support.DynamoSessionTables;
import com.lifeverse.session.support.SessionTables;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoPlayersTest extends PlayersContract {
    @Override
    protected SessionTables tables() {
        return new DynamoSessionTables(Engine.empty().client());
    }
}
