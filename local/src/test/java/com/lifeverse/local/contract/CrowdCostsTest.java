package com.lifeverse.local.contract;

import com.lifeverse.session.group.aws.CrowdCostsContract;
import org.junit.jupiter.api.Tag;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Tag("adapters")
final class CrowdCostsTest extends CrowdCostsContract {
    @Override
    protected DynamoDbClient dynamoDb() {
        return Engine.empty().client();
    }
}
