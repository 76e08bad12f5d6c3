package com.lifeverse.local.contract;

import com.lifeverse.session.group.aws.GroupCostsContract;
import org.junit.jupiter.api.Tag;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Tag("adapters")
final class GroupCostsTest extends GroupCostsContract {
    @Override
    protected DynamoDbClient dynamoDb() {
        return Engine.empty().client();
    }
}
