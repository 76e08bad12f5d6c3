package com.lifeverse.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.simulate.family.RefreshRace;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every hundredth seed lives through a rotation of the signing key. */
@Tag("stack")
final class KeyRotationRunsTest {
    private static final Duration ROTATION = Duration.ofHours(6);

    @ParameterizedTest
    @ValueSource(longs = {100, 200, 300})
    void noPlayerNoticesARotationWhileEverythingGoesWrong(long seed) {
        var run = Theatre.firstLight().play(seed);
        assertThat(run.held()).as(() -> String.join("\n", Report.of(run))).isTrue();
        assertThat(run.virtual()).isGreaterThan(ROTATION);
        assertThat(run.timeline().text()).contains("-> SCHEDULE dev-signing-key-rotation");
    }

    @Test
    void itIsTheSameWhenPlayedAgainThoughItsKeysAreOthers() {
        var simulation = Theatre.of(new RefreshRace());
        assertThat(simulation.play(100).timeline().text())
                .contains("-> SCHEDULE dev-signing-key-rotation")
                .isEqualTo(simulation.play(100).timeline().text());
    }
}
