package com.lifeverse.trigger.profile;

import com.lifeverse.platform.Envelope;
import java.util.List;
import org.junit.jupiter.api.Tag;

@Tag("rules")
class RememberedProfilesTest extends ProfilesContract {
    private final RememberedProfiles profiles = new RememberedProfiles();

    @Override
    protected Profiles profiles() {
        return profiles;
    }

    @Override
    protected List<Envelope> told() {
        return profiles.told();
    }
}
