package com.lifeverse.trigger.lambda;

import com.lifeverse.platform.runtime.IdSource;
import com.lifeverse.platform.support.HeardBus;
import com.lifeverse.platform.support.Surroundings;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.aws.OneTable;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** A table and a bus in memory, and ids in the order of what the bus has heard. */
final class TriggerSurroundings extends Surroundings {
    final OneTable table = new OneTable();
    final HeardBus bus = new HeardBus();

    TriggerSurroundings() {
        super(Given.NOW);
    }

    @Override
    protected Map<String, String> settings() {
        return Map.of("BUS", "lifeverse", "TRIGGERS_TABLE", "triggers");
    }

    @Override
    protected IdSource ids() {
        return () -> IdSource.version7(Given.NOW.toEpochMilli(), bus.heard().size(), 0);
    }

    @Override
    public DynamoDbClient dynamoDb() {
        return table;
    }

    @Override
    public EventBridgeClient eventBridge() {
        return bus;
    }
}
