package com.lifeverse.liveops.experiment;

import org.junit.jupiter.api.Tag;

@Tag("rules")
final class RememberedExposuresTest extends ExposuresContract {
    @Override
    protected Exposures exposures() {
        return new RememberedExposures();
    }
}
