package com.lifeverse.local.contract;

import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.DefinitionsContract;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoDefinitionsTest extends DefinitionsContract {
    @Override
    protected Definitions definitions() {
        return new DynamoDefinitions(Engine.empty().client(), "live-events");
    }
}
