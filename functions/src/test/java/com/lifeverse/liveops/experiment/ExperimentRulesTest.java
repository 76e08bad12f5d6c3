package com.lifeverse.liveops.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.lifeverse.liveops.event.Experiment;
import com.lifeverse.liveops.event.Experiment.Variant;
import com.lifeverse.liveops.event.Share;
import com.lifeverse.liveops.experiment.ExperimentRules.Given;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class ExperimentRulesTest {
    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    @Test
    void groupsAreAsLargeAsTheirSharesAndTellNothingOfTheShareInTheAudience() {
        var experiment = experiment(10, 30, true);
        var groups = new HashMap<String, Integer>();
        var low = new HashMap<String, Integer>();
        for (int number = 0; number < 20_000; number++) {
            var player = "ply_" + number;
            var group = ExperimentRules.give("feast", experiment, player, Optional.empty(), NOW)
                    .group();
            groups.merge(group, 1, Integer::sum);
            if (Share.of("feast", player) < 50) {
                low.merge(group, 1, Integer::sum);
            }
        }

        assertThat(groups.get("holdout")).isCloseTo(2000, within(150));
        assertThat(groups.get("slow")).isCloseTo(6000, within(200));
        assertThat(groups.get("fast")).isCloseTo(12_000, within(250));
        assertThat(low.get("slow")).as("of the lower half of the audience").isCloseTo(3000, within(150));
    }

    @Test
    void whoWasShownSomethingKeepsItWhateverTheSharesBecomeWhereItIsLocked() {
        var before = experiment(0, 90, true);
        var slow = player(before, "slow");
        var known = exposure(before, slow);
        var after = experiment(0, 1, true);

        assertThat(ExperimentRules.dealt("feast", after, slow).orElseThrow().name())
                .isEqualTo("fast");
        assertThat(ExperimentRules.give("feast", after, slow, Optional.of(known), NOW))
                .isEqualTo(new Given.Again("slow"));
        assertThat(ExperimentRules.give("feast", experiment(0, 1, false), slow, Optional.of(known), NOW))
                .as("where it is not")
                .isInstanceOfSatisfying(
                        Given.Anew.class, anew -> assertThat(anew.group()).isEqualTo("fast"));
    }

    @Test
    void whoseVariantIsGoneIsDealtAnew() {
        var before = experiment(0, 50, true);
        var known = new Exposure("feast", "pace", "ply_1", "gone", ExperimentRules.split(before), NOW);

        assertThat(ExperimentRules.give("feast", before, "ply_1", Optional.of(known), NOW))
                .isInstanceOf(Given.Anew.class);
    }

    @Test
    void whatIsNotedNamesTheSharesThatHeld() {
        assertThat(ExperimentRules.split(experiment(10, 30, true))).isEqualTo("holdout=10,slow=30,fast=60");
    }

    private static String player(Experiment experiment, String group) {
        return IntStream.range(0, 1000)
                .mapToObj(number -> "ply_" + number)
                .filter(player -> ExperimentRules.dealt("feast", experiment, player)
                        .filter(variant -> variant.name().equals(group))
                        .isPresent())
                // One that the other shares deal to somebody else.
                .filter(player -> Share.of("feast/pace", player) > 1)
                .findFirst()
                .orElseThrow();
    }

    private static Exposure exposure(Experiment experiment, String player) {
        return new Exposure("feast", "pace", player, "slow", ExperimentRules.split(experiment), NOW);
    }

    static Experiment experiment(int holdout, int slow, boolean lock) {
        return new Experiment(
                "pace",
                List.of(
                        new Variant("slow", slow, new TreeMap<>(Map.of("xp", 1))),
                        new Variant("fast", 100 - holdout - slow, new TreeMap<>(Map.of("xp", 3)))),
                holdout,
                lock);
    }
}
