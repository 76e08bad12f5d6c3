package com.lifeverse.liveops.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of exposures must do. */
public abstract class ExposuresContract {
    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    /** A store without an exposure. */
    protected abstract Exposures exposures();

    @Test
    void whatIsNotedIsFoundAsItWasAndCountedOnce() {
        var exposures = exposures();
        var slow = exposure("ply_1", "slow");

        assertThat(exposures.find("ply_1", "feast", "pace")).isEmpty();
        assertThat(note(exposures, slow, Optional.empty())).isTrue();
        assertThat(note(exposures, slow, Optional.empty())).as("once more").isFalse();
        assertThat(exposures.find("ply_1", "feast", "pace")).contains(slow);
        assertThat(exposures.find("ply_1", "feast", "other")).isEmpty();
        assertThat(exposures.counts("feast", "pace", slow.split())).isEqualTo(Map.of("slow", 1L));
    }

    @Test
    void playersOfAGroupAreCountedTogetherAndThoseOfOtherSharesApart() {
        var exposures = exposures();
        for (int number = 0; number < 20; number++) {
            note(exposures, exposure("ply_" + number, number < 12 ? "slow" : "fast"), Optional.empty());
        }

        assertThat(exposures.counts("feast", "pace", "slow=50,fast=50")).isEqualTo(Map.of("slow", 12L, "fast", 8L));
        assertThat(exposures.counts("feast", "pace", "slow=10,fast=90")).isEmpty();
    }

    @Test
    void anotherGroupReplacesOnlyWhatWasSeen() {
        var exposures = exposures();
        var slow = exposure("ply_1", "slow");
        var fast = exposure("ply_1", "fast");
        note(exposures, slow, Optional.empty());

        assertThat(note(exposures, fast, Optional.of(slow))).isTrue();
        assertThat(note(exposures, slow, Optional.of(slow)))
                .as("by then it was fast")
                .isFalse();
        assertThat(exposures.find("ply_1", "feast", "pace")).contains(fast);
    }

    private static boolean note(Exposures exposures, Exposure next, Optional<Exposure> known) {
        return exposures.note(next, known, ExperimentEvents.exposed(new UUID(0, 1), next));
    }

    private static Exposure exposure(String player, String group) {
        return new Exposure("feast", "pace", player, group, "slow=50,fast=50", NOW);
    }
}
