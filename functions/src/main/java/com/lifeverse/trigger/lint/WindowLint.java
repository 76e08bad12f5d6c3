package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import java.util.ArrayList;
import java.util.List;

/** Windows that no player could ever fill, and those that need more memory than a state has. */
final class WindowLint {
    private WindowLint() {}

    /** Of a window that takes at least so many happenings to fill. */
    static List<Violation> findings(Trigger trigger, long happenings, TriggerPolicy policy) {
        var findings = new ArrayList<Violation>();
        if (policy.horizon(trigger).compareTo(policy.horizon()) > 0) {
            findings.add(new Violation("/once/for", "must be at most " + policy.horizon()));
        }
        reach(trigger, happenings, policy, findings);
        if (trigger.window().measure() instanceof Measure.Sequence(var steps)) {
            for (int at = 0; at < steps.size(); at++) {
                var types = Trigger.eventTypes(steps.get(at));
                if (!types.isEmpty() && types.stream().noneMatch(trigger.eventTypes()::contains)) {
                    findings.add(new Violation(
                            "/window/sequence/" + at, "can never be reached: when lets none of its event types by"));
                }
            }
        }
        return findings;
    }

    /** Where players who do a lot may lose some of what counts towards a firing to come. */
    static List<Violation> warnings(Trigger trigger, TriggerPolicy policy) {
        int holds = policy.holds(trigger);
        var remembers = policy.remembers(trigger);
        boolean bounded = remembers.isPresent() && remembers.getAsLong() <= holds;
        if (bounded || policy.needs(trigger) > holds) {
            // All is well, or there is a finding.
            return List.of();
        }
        var measure = trigger.window().measure();
        boolean bursts = measure instanceof Measure.Count || measure instanceof Measure.Sum;
        return List.of(new Violation(
                bursts ? "/pace/debounce" : "/window",
                "remembers each happening for %s, and a state holds %d: of more than that, some that count towards a firing to come are forgotten%s"
                        .formatted(
                                policy.keeps(trigger),
                                holds,
                                measure instanceof Measure.Absence
                                        ? ""
                                        : ", unless limits.throttle lets fewer count")));
    }

    private static void reach(Trigger trigger, long happenings, TriggerPolicy policy, List<Violation> findings) {
        int holds = policy.holds(trigger);
        var needs = policy.needs(trigger);
        if (happenings > holds) {
            findings.add(
                    new Violation("/window", "can never be reached: a state holds %d happenings".formatted(holds)));
        } else if (needs > holds) {
            findings.add(new Violation(
                    "/limits/perPlayer",
                    "with this window up to %d happenings must be remembered for %s; a state holds %d"
                            .formatted(needs, policy.keeps(trigger), holds)));
        }
        var within = trigger.window().within().length();
        trigger.limits()
                .throttle()
                .filter(throttle ->
                        throttle.times() < happenings && throttle.per().length().compareTo(within) >= 0)
                .ifPresent(throttle -> findings.add(new Violation(
                        "/window",
                        "can never be reached: the throttle lets %d happenings count in %s"
                                .formatted(throttle.times(), throttle.per().length()))));
    }
}
