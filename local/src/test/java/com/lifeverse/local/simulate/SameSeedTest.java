package com.lifeverse.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.cli.Dev;
import com.lifeverse.local.simulate.fault.FaultRates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A seed is a run, to the byte. */
@Tag("stack")
final class SameSeedTest {
    private static final long TROUBLED = 5;

    @ParameterizedTest
    @ValueSource(longs = {1, TROUBLED, 20, 37})
    void twoRunsOfOneSeedHaveOneTimeline(long seed) {
        var simulation = Theatre.firstLight();
        var first = simulation.play(seed).timeline().text();
        assertThat(simulation.play(seed).timeline().text()).isEqualTo(first);
    }

    @Test
    void seedsThatArePlayedAtOnceKnowNothingOfEachOther() throws InterruptedException {
        var simulation = Theatre.firstLight();
        var range = new SeedRange(60, 71);
        var alone = new ArrayList<String>();
        new Season(simulation, 1)
                .play(range, (run, _) -> alone.add(run.timeline().text()));
        var together = new ArrayList<String>();
        new Season(simulation, 4)
                .play(range, (run, _) -> together.add(run.timeline().text()));
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void twoSeedsHaveTwo() {
        var simulation = Theatre.firstLight();
        assertThat(simulation.play(1).timeline().text())
                .isNotEqualTo(simulation.play(2).timeline().text());
    }

    @Test
    void theCommandPrintsASeedInAnotherProcessAsItWasPlayedHereAndNothingElse() throws Exception {
        var run = Theatre.firstLight().play(TROUBLED);
        var summary = Tally.of(run, Duration.ZERO).summary();
        assertThat(simulate("first-light", "--seed", String.valueOf(TROUBLED)).lines())
                .containsExactlyElementsOf(Stream.concat(
                                run.timeline().lines().stream(),
                                Stream.of("first-light %1$d..%1$d: %2$s".formatted(TROUBLED, summary)))
                        .toList());
    }

    @Test
    void afterTheVeryLastSeedThereIsNone() throws InterruptedException {
        var played = new ArrayList<Long>();
        var season = new Season(Theatre.firstLight().with(FaultRates.none()), 2);
        var tally = season.play(SeedRange.only(Long.MAX_VALUE), (run, _) -> played.add(run.seed()));
        assertThat(played).containsExactly(Long.MAX_VALUE);
        assertThat(tally.seeds()).isEqualTo(1);
    }

    private static String simulate(String... words) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlifeverse.home=" + Theatre.home(),
                // Another user's machine: other digits, another zone.
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Duser.timezone=Asia/Kathmandu",
                "-cp",
                System.getProperty("java.class.path"),
                Dev.class.getName(),
                "simulate"));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
