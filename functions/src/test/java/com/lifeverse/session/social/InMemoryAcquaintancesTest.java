package com.lifeverse.session.social;

import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("rules")
final class InMemoryAcquaintancesTest extends AcquaintancesContract {
    private final InMemoryAcquaintances acquaintances = new InMemoryAcquaintances();

    @Override
    protected Acquaintances acquaintances() {
        return acquaintances;
    }

    @Override
    protected void join(List<String> players) {
        acquaintances.join(players);
    }

    @Override
    protected SocialGraph graph() {
        return acquaintances;
    }
}
