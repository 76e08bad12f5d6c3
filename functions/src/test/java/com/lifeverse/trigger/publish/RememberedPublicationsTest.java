package com.lifeverse.trigger.publish;

import org.junit.jupiter.api.Tag;

@Tag("rules")
class RememberedPublicationsTest extends PublicationsContract {
    private final Publications publications = new RememberedPublications();

    @Override
    protected Publications publications() {
        return publications;
    }
}
