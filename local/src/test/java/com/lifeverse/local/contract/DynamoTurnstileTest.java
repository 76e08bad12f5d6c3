package com.lifeverse.local.contract;

import com.lifeverse.session.queue.LoginQueue;
import com.lifeverse.session.queue.TurnstileContract;
import com.lifeverse.session.queue.aws.DynamoLoginQueue;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoTurnstileTest extends TurnstileContract {
    @Override
    protected LoginQueue queue() {
        return new DynamoLoginQueue(Engine.empty().client(), "players");
    }
}
