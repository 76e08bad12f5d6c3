package com.lifeverse.session.queue;

import org.junit.jupiter.api.Tag;

@Tag("rules")
final class InMemoryTurnstileTest extends TurnstileContract {
    @Override
    protected LoginQueue queue() {
        return new InMemoryLoginQueue();
    }
}
