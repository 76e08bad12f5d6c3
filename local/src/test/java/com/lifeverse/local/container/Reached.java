package com.lifeverse.local.container;

import software.amazon.awssdk.core.exception.SdkClientException;

/** Whether anybody is there. */
final class Reached {
    private Reached() {}

    static boolean answers(Endpoint endpoint) {
        try (var tables = endpoint.dynamoDb()) {
            tables.listTables();
            return true;
        } catch (SdkClientException nobody) {
            return false;
        }
    }
}
