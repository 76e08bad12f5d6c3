package com.lifeverse.local.contract;

import com.lifeverse.liveops.compensation.Compensations;
import com.lifeverse.liveops.compensation.CompensationsContract;
import com.lifeverse.liveops.compensation.aws.DynamoCompensations;
import com.lifeverse.platform.aws.Outbox;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("adapters")
final class DynamoCompensationsTest extends CompensationsContract {
    private final Engine engine = Engine.empty();

    @Override
    protected Compensations ledger() {
        return new DynamoCompensations(engine.client(), "compensations");
    }

    @Override
    protected boolean told(String id) {
        return engine.client()
                .getItem(get -> get.tableName("compensations")
                        .key(Map.of("pk", AttributeValue.fromS("compensations"), "sk", AttributeValue.fromS(id))))
                .item()
                .containsKey(Outbox.ATTRIBUTE);
    }
}
