package com.lifeverse.local.contract;

import com.lifeverse.session.aws.SessionCostsContract;
import org.junit.jupiter.api.Tag;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Tag("adapters")
final class SessionCostsTest extends SessionCostsContract {
    @Override
    protected DynamoDbClient dynamoDb() {
        return Engine.empty().client();
    }
}
