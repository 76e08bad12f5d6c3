package com.lifeverse.local.contract;

import com.lifeverse.liveops.experiment.Exposures;
import com.lifeverse.liveops.experiment.ExposuresContract;
import com.lifeverse.liveops.experiment.aws.DynamoExposures;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoExposuresTest extends ExposuresContract {
    @Override
    protected Exposures exposures() {
        return new DynamoExposures(Engine.empty().client(), "experiments");
    }
}
