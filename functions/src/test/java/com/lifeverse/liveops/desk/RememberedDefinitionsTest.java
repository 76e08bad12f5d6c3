package com.lifeverse.liveops.desk;

import org.junit.jupiter.api.Tag;

@Tag("rules")
final class RememberedDefinitionsTest extends DefinitionsContract {
    @Override
    protected Definitions definitions() {
        return new RememberedDefinitions();
    }
}
