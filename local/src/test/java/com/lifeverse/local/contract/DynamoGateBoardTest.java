package com.lifeverse.local.contract;

import com.lifeverse.session.gate.GateBoard;
import com.lifeverse.session.gate.GateBoardContract;
import com.lifeverse.session.gate.aws.DynamoGateBoard;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoGateBoardTest extends GateBoardContract {
    @Override
    protected GateBoard board() {
        return new DynamoGateBoard(Engine.empty().client(), "players");
    }
}
