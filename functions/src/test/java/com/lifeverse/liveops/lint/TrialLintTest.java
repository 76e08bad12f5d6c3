package com.lifeverse.liveops.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.event.Experiment;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.Ramp;
import com.lifeverse.liveops.event.Ramp.Step;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class TrialLintTest {
    @Test
    void sharesOfAnExperimentMakeAHundredAndNamesAreItsOwn() {
        assertThat(experiment(10, variant("a", 45), variant("b", 45))).isEmpty();
        assertThat(experiment(0, variant("a", 45), variant("b", 45)))
                .containsExactly(
                        Finding.error("experiment-shares", "/experiment", "variants and holdout are 90 of 100"));
        assertThat(experiment(0, variant("a", 50), variant("a", 25), variant("holdout", 25)))
                .extracting(Finding::pointer)
                .containsExactly("/experiment/variants/1/name", "/experiment/variants/2/name");
    }

    @Test
    void aRampGoesUpFromTheStartOnAndIsGuarded() {
        assertThat(ramp(List.of("errors"), step(1, 0, "eu-west"), step(5, 60, "eu-west", "us-east"), step(100, 120)))
                .isEmpty();
        assertThat(ramp(List.of("errors"), step(10, 5), step(5, 5), step(100, 20, "eu-west")))
                .extracting(Finding::pointer)
                .containsExactly("/ramp/steps/0/after", "/ramp/steps/1/after", "/ramp/steps/1", "/ramp/steps/2");
        assertThat(ramp(List.of(), step(1, 0), step(100, 60)))
                .extracting(Finding::code)
                .containsExactly("no-guard");
    }

    private static List<Finding> experiment(int holdout, Experiment.Variant... variants) {
        return TrialLint.findings(Given.with(event(), new Experiment("pace", List.of(variants), holdout, true)));
    }

    private static List<Finding> ramp(List<String> guards, Step... steps) {
        return TrialLint.findings(Given.with(event(), new Ramp(List.of(steps), guards)));
    }

    private static LiveEvent event() {
        return Given.event(Given.calendar("2027-03-10T18:00", "PT1H", new Clocks.Utc()));
    }

    private static Experiment.Variant variant(String name, int percent) {
        return new Experiment.Variant(name, percent, new TreeMap<>());
    }

    private static Step step(int percent, int minutes, String... regions) {
        return new Step(percent, List.of(regions), Duration.ofMinutes(minutes));
    }
}
