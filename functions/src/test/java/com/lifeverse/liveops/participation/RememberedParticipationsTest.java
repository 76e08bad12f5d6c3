package com.lifeverse.liveops.participation;

import org.junit.jupiter.api.Tag;

@Tag("contracts")
final class RememberedParticipationsTest extends ParticipationsContract {
    private RememberedParticipations made = new RememberedParticipations();

    @Override
    protected Participations participations() {
        made = new RememberedParticipations();
        return made;
    }

    @Override
    protected Goals goals() {
        return made;
    }
}
