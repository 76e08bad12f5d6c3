package com.lifeverse.local.contract;

import com.lifeverse.trigger.publish.Publications;
import com.lifeverse.trigger.publish.PublicationsContract;
import com.lifeverse.trigger.publish.aws.DynamoPublications;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoPublicationsTest extends PublicationsContract {
    private final Engine engine = Engine.empty();
    private final Publications publications = new DynamoPublications(engine.client(), "triggers");

    @Override
    protected Publications publications() {
        return publications;
    }
}
