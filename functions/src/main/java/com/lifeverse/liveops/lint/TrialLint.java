package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.event.Experiment;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.Ramp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Whether an experiment's shares make a hundred, and a ramp goes up. */
final class TrialLint {
    /** A name that figures keep for those who are given no variant. */
    private static final String HOLDOUT = "holdout";

    private TrialLint() {}

    static List<Finding> findings(LiveEvent event) {
        var findings = new ArrayList<Finding>();
        event.experiment().ifPresent(experiment -> experiment(experiment, findings));
        event.ramp().ifPresent(ramp -> ramp(ramp, findings));
        return findings;
    }

    private static void experiment(Experiment experiment, List<Finding> findings) {
        int sum = experiment.holdout();
        var names = new HashSet<String>();
        for (int at = 0; at < experiment.variants().size(); at++) {
            var variant = experiment.variants().get(at);
            sum += variant.percent();
            if (!names.add(variant.name()) || variant.name().equals(HOLDOUT)) {
                findings.add(Finding.error(
                        "variant-name",
                        "/experiment/variants/" + at + "/name",
                        "must be no other variant's, and not " + HOLDOUT));
            }
        }
        if (sum != 100) {
            findings.add(Finding.error(
                    "experiment-shares", "/experiment", "variants and holdout are %d of 100".formatted(sum)));
        }
    }

    private static void ramp(Ramp ramp, List<Finding> findings) {
        if (!ramp.steps().getFirst().after().isZero()) {
            findings.add(Finding.error(
                    "ramp-order", "/ramp/steps/0/after", "must be absent: the first step is from the start on"));
        }
        for (int at = 1; at < ramp.steps().size(); at++) {
            var step = ramp.steps().get(at);
            var before = ramp.steps().get(at - 1);
            if (step.after().compareTo(before.after()) <= 0) {
                findings.add(Finding.error(
                        "ramp-order", "/ramp/steps/" + at + "/after", "must be longer than that of the step before"));
            }
            if (step.percent() < before.percent() || isNarrower(step, before)) {
                findings.add(Finding.error(
                        "ramp-order", "/ramp/steps/" + at, "must be for all whom the step before is for"));
            }
        }
        if (ramp.steps().size() > 1 && ramp.guards().isEmpty()) {
            findings.add(Finding.warning("no-guard", "/ramp", "goes on whatever alarms ring"));
        }
        if (ramp.steps().getLast().after().compareTo(Duration.ofDays(14)) > 0) {
            findings.add(Finding.note("slow-ramp", "/ramp/steps", "takes more than two weeks"));
        }
    }

    private static boolean isNarrower(Ramp.Step step, Ramp.Step before) {
        return !step.regions().isEmpty()
                && (before.regions().isEmpty() || !step.regions().containsAll(before.regions()));
    }
}
