package com.lifeverse.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.simulate.fault.FaultRates;
import com.lifeverse.local.simulate.world.Disk;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** First light, with everything going wrong. {@code ./dev prove} plays 10,000 seeds. */
@Tag("stack")
final class FirstLightSimulationTest {
    private static final long SEEDS = Long.getLong("lifeverse.seeds", 200);
    private static final long RATIO = 1_000;

    @Test
    void inTwoHundredSeedsNothingIsLostDoubledOrResurrected() throws InterruptedException {
        var season = new Season(Theatre.firstLight(), Runtime.getRuntime().availableProcessors());
        var tally = season.play(
                new SeedRange(1, SEEDS),
                (run, _) -> assertThat(run.held())
                        .as(() -> String.join("\n", Report.of(run)))
                        .isTrue());
        assertThat(tally.faults().missing()).isEmpty();
        assertThat(tally.faults().total()).isGreaterThan(SEEDS * 20);
        assertThat(tally.restarts()).isGreaterThan(SEEDS / 10);
        assertThat(tally.ratio()).isGreaterThan(RATIO);
    }

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
