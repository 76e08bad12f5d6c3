package com.lifeverse.session.gate;

import org.junit.jupiter.api.Tag;

@Tag("rules")
final class InMemoryGateBoardTest extends GateBoardContract {
    @Override
    protected GateBoard board() {
        return new InMemoryGateBoard();
    }
}
