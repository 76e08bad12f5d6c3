package com.lifeverse.liveops.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class ExperimenterTest {
    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    @Test
    void aPlayerIsToldOfOnceHoweverOftenTheyAsk() {
        var exposures = new RememberedExposures();
        var experimenter = new Experimenter(exposures, () -> new UUID(0, 1));
        var experiment = ExperimentRulesTest.experiment(10, 45, true);

        var first = experimenter.give("feast", experiment, "ply_1", NOW);
        var again = experimenter.give("feast", experiment, "ply_1", NOW.plusSeconds(60));

        assertThat(first).isPresent().isEqualTo(again);
        assertThat(exposures.told).singleElement().satisfies(news -> {
            assertThat(news.type()).isEqualTo("experiment.exposed.v1");
            assertThat(news.playerId()).isEqualTo("ply_1");
            assertThat(news.payload()).containsEntry("group", first.orElseThrow());
        });
    }
}
