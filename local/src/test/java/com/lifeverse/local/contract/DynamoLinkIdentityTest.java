package com.lifeverse.local.contract;

import com.lifeverse.session.identity.LinkIdentityContract;
import com.lifeverse.session.support.DynamoSessionTables;
import com.lifeverse.session.support.SessionTables;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoLinkIdentityTest extends LinkIdentityContract {
    @Override
    protected SessionTables tables() {
        return new DynamoSessionTables(Engine.empty().client());
    }
}
