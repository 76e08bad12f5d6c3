package com.lifeverse.local.contract;

import com.lifeverse.liveops.settlement.Settlements;
import com.lifeverse.liveops.settlement.SettlementsContract;
import com.lifeverse.liveops.settlement.aws.DynamoSettlements;
import com.lifeverse.platform.aws.Outbox;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("adapters")
final class DynamoSettlementsTest extends SettlementsContract {
    private final Engine engine = Engine.empty();

    @Override
    protected Settlements ledger() {
        return new DynamoSettlements(engine.client(), "settlements");
    }

    @Override
    protected boolean told(String event, LocalDateTime occurrence, String id) {
        return engine.client()
                .getItem(get -> get.tableName("settlements")
                        .key(Map.of(
                                "pk", AttributeValue.fromS("event#" + event),
                                "sk", AttributeValue.fromS(occurrence + "#" + id))))
                .item()
                .containsKey(Outbox.ATTRIBUTE);
    }
}
