package com.lifeverse.session.history;

import org.junit.jupiter.api.Tag;

@Tag("rules")
final class InMemoryHistoryTest extends HistoryContract {
    @Override
    protected History history() {
        return new InMemoryHistory();
    }
}
