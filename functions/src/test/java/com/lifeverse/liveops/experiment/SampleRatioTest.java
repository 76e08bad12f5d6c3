package com.lifeverse.liveops.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("rules")
final class SampleRatioTest {
    /** Values of p from tables of the chi-square distribution with one degree of freedom. */
    @ParameterizedTest(name = "{0} and {1} of 50 each: {2}, p {3}")
    @CsvSource({
        "500, 500, 0.0, 1.0",
        "469, 531, 3.844, 0.0499",
        "459, 541, 6.724, 0.0095",
        "448, 552, 10.816, 0.00101",
        "447, 553, 11.236, 0.0008",
    })
    void halvesAreJudgedAsTablesSay(long slow, long fast, double chiSquare, double p) {
        var ratio = SampleRatio.of(ExperimentRulesTest.experiment(0, 50, true), Map.of("slow", slow, "fast", fast));

        assertThat(ratio.chiSquare()).isCloseTo(chiSquare, within(0.001));
        assertThat(ratio.p()).isCloseTo(p, within(0.0001));
        assertThat(ratio.isAlarming()).isEqualTo(p < 0.001);
    }

    @Test
    void theHoldoutIsAGroupLikeOthersAndUnevenSharesAreExpectedAsTheyAre() {
        var experiment = ExperimentRulesTest.experiment(10, 30, true);

        var right = SampleRatio.of(experiment, Map.of("holdout", 101L, "slow", 296L, "fast", 603L));
        var wrong = SampleRatio.of(experiment, Map.of("holdout", 33L, "slow", 333L, "fast", 634L));

        assertThat(right.groups()).containsOnlyKeys("holdout", "slow", "fast");
        assertThat(right.isAlarming()).isFalse();
        assertThat(wrong.isAlarming()).isTrue();
    }

    @Test
    void tooFewPlayersSayNothing() {
        var ratio = SampleRatio.of(ExperimentRulesTest.experiment(0, 50, true), Map.of("slow", 9L));

        assertThat(ratio.p()).isEqualTo(1);
        assertThat(SampleRatio.of(ExperimentRulesTest.experiment(0, 50, true), Map.of())
                        .p())
                .isEqualTo(1);
    }
}
