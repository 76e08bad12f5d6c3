package com.lifeverse.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.simulate.fault.FaultRates;
import com.lifeverse.local.simulate.world.Disk;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** First light on worse days than the usual ones. */
@Tag("stack")
final class FirstLightSimulationTest {
    @Test
    void whatAStormLeavesInDeadLettersIsDeliveredInTheEnd() {
        var storm = FaultRates.parse("throttle=0.07,lost-request=0.01,lost-reply=0.03,crash=0.02");
        int redriven = 0;
        for (long seed = 1; seed <= 12; seed++) {
            var run = Theatre.firstLight().with(storm).play(seed);
            redriven += run.redriven();
            assertThat(run.held()).as(() -> String.join("\n", Report.of(run))).isTrue();
        }
        assertThat(redriven).isPositive();
    }

    @Test
    void aStackOnAFileRunsAsOneInMemoryDoesAcrossItsRestarts(@TempDir Path directory) {
        var restarts = FaultRates.parse("delay=0.02,lost-reply=0.01,duplicate=0.01,restart=0.004");
        var simulation = Theatre.firstLight().with(restarts);
        var onFile = simulation.on(() -> Disk.in(directory)).play(4);
        assertThat(onFile.restarts()).isPositive();
        assertThat(onFile.violations()).isEmpty();
        assertThat(onFile.timeline().text())
                .isEqualTo(simulation.play(4).timeline().text());
    }
}
