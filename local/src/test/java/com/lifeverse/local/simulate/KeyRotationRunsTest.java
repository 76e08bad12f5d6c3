package com.lifeverse.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fortieth seed lives through a rotation of the signing key. */
@Tag("stack")
final class KeyRotationRunsTest {
    private static final Duration ROTATION = Duration.ofHours(6);

    @ParameterizedTest
    @ValueSource(longs = {40, 80, 120})
    void noPlayerNoticesARotationWhileEverythingGoesWrong(long seed) {
        var run = Theatre.firstLight().play(seed);
        assertThat(run.held()).as(() -> String.join("\n", Report.of(run))).isTrue();
        assertThat(run.virtual()).isGreaterThan(ROTATION);
        assertThat(run.timeline().text()).contains("-> SCHEDULE dev-signing-key-rotation");
        assertThat(Theatre.firstLight().play(seed).timeline().text())
                .isEqualTo(run.timeline().text());
    }
}
