package com.lifeverse.trigger.turn;

import org.junit.jupiter.api.Tag;

@Tag("rules")
final class RememberedTurnsTest extends TurnStoreContract {
    @Override
    protected TurnStore store() {
        return new RememberedTurns();
    }
}
