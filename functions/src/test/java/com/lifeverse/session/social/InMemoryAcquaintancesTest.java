package com.lifeverse.session.social;

import org.junit.jupiter.api.Tag;

@Tag("rules")
final class InMemoryAcquaintancesTest extends AcquaintancesContract {
    private final InMemoryAcquaintances acquaintances = new InMemoryAcquaintances();

    @Override
    protected Acquaintances acquaintances() {
        return acquaintances;
    }

    @Override
    protected SocialGraph graph() {
        return acquaintances;
    }
}
