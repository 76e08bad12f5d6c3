package com.lifeverse.local.contract;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The triggers' table alone, empty, on the engine that contracts are held on. */
public record TriggersTable(DynamoDbClient client, String name) {
    public static TriggersTable empty() {
        return new TriggersTable(Engine.empty().client(), "triggers");
    }
}
