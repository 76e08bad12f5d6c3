package com.lifeverse.local.contract;

import com.lifeverse.session.history.History;
import com.lifeverse.session.history.HistoryContract;
import com.lifeverse.session.history.aws.DynamoHistory;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoHistoryTest extends HistoryContract {
    @Override
    protected History history() {
        return new DynamoHistory(Engine.empty().client(), "players");
    }
}
