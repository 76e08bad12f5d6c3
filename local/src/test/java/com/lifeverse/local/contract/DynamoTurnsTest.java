package com.lifeverse.local.contract;

import com.lifeverse.trigger.turn.TurnStore;
import com.lifeverse.trigger.turn.TurnStoreContract;
import com.lifeverse.trigger.turn.aws.DynamoTurns;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoTurnsTest extends TurnStoreContract {
    @Override
    protected TurnStore store() {
        return new DynamoTurns(Engine.empty().client(), "triggers");
    }
}
