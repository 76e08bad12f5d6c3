package com.lifeverse.local.contract;

import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.profile.Profiles;
import com.lifeverse.trigger.profile.ProfilesContract;
import com.lifeverse.trigger.profile.aws.DynamoProfiles;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoProfilesTest extends ProfilesContract {
    private final Engine engine = Engine.empty();
    private final Profiles profiles = new DynamoProfiles(engine.client(), "triggers");

    @Override
    protected Profiles profiles() {
        return profiles;
    }

    @Override
    protected List<Envelope> told() {
        return engine.told("triggers");
    }
}
