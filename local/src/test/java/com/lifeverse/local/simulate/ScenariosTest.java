package com.lifeverse.local.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.simulate.party.LastSeats;
import com.lifeverse.local.simulate.trigger.Triggers;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario, with everything going wrong. {@code ./dev prove} plays 10,000 seeds of each; {@code -Dlifeverse.seeds=N}
 * plays as many here.
 */
@Tag("stack")
final class ScenariosTest {
    private static final long SEEDS = Long.getLong("lifeverse.seeds", 200);
    private static final long RATIO = 1_000;

    @ParameterizedTest
    @MethodSource("all")
    void whatAScenarioPromisesHoldsInTwoHundredSeeds(Scenario scenario) throws InterruptedException {
        var season = new Season(Theatre.of(scenario), Runtime.getRuntime().availableProcessors());
        var tally = season.play(
                new SeedRange(1, SEEDS),
                (run, _) -> assertThat(run.held())
                        .as(() -> String.join("\n", Report.of(run)))
                        .isTrue());
        System.out.println(scenario.name() + ": " + tally.summary() + "; " + tally.pace());
        assertThat(tally.faults().missing())
                .as("kinds of fault that never happened")
                .isEmpty();
        if (scenario instanceof LastSeats) {
            // Two hundred seeds are many small races, which come to thousands of joins, and a stampede of 2,000
            // players.
            assertThat(tally.counts().get("stampedes")).isEqualTo(SEEDS / 200);
            assertThat(tally.counts().get("joins")).isGreaterThan(Math.min(SEEDS, 200) * 2_000 / 200);
            assertThat(tally.counts().get("told that it is full")).isGreaterThan(Math.min(SEEDS, 200));
        }
        if (scenario instanceof Triggers) {
            assertThat(tally.counts()).as("what was played").containsKeys(Triggers.PLAYED.toArray(String[]::new));
        }
        assertThat(tally.ratio()).as("virtual to real time").isGreaterThan(RATIO);
    }

    @Test
    void eachHasANameOfItsOwn() {
        var names = all().stream().map(Scenario::name).toList();
        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        assertThat(names).allMatch(name -> name.matches("[a-z]+(-[a-z]+)*"));
    }

    static List<Scenario> all() {
        return Scenarios.all();
    }
}
