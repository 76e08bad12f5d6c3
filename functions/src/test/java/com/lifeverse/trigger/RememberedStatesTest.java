package com.lifeverse.trigger;

import com.lifeverse.platform.Envelope;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("rules")
class RememberedStatesTest extends TriggerStatesContract {
    private final RememberedStates states = new RememberedStates();

    @Override
    protected TriggerStates states() {
        return states;
    }

    @Override
    protected List<Envelope> told() {
        return states.told();
    }
}
