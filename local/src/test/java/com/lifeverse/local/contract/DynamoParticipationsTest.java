package com.lifeverse.local.contract;

import com.lifeverse.liveops.participation.Goals;
import com.lifeverse.liveops.participation.Participations;
import com.lifeverse.liveops.participation.ParticipationsContract;
import com.lifeverse.liveops.participation.aws.DynamoGoals;
import com.lifeverse.liveops.participation.aws.DynamoParticipations;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoParticipationsTest extends ParticipationsContract {
    private final Engine engine = Engine.empty();

    @Override
    protected Participations participations() {
        return new DynamoParticipations(engine.client(), "participations");
    }

    @Override
    protected Goals goals() {
        return new DynamoGoals(engine.client(), "participations");
    }
}
