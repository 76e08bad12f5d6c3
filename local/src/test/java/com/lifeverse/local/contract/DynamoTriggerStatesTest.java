package com.lifeverse.local.contract;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.TriggerStates;
import com.lifeverse.trigger.TriggerStatesContract;
import com.lifeverse.trigger.aws.DynamoTriggerStates;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoTriggerStatesTest extends TriggerStatesContract {
    private final Engine engine = Engine.empty();
    private final TriggerStates states = new DynamoTriggerStates(engine.client(), "triggers");

    @Override
    protected TriggerStates states() {
        return states;
    }

    @Override
    protected List<Envelope> told() {
        return engine.told("triggers");
    }
}
