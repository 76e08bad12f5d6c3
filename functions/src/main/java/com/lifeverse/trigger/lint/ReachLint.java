package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Patterns that no event can match: by what event types may say, by each other, and by the order in which steps are tried. */
final class ReachLint {
    private ReachLint() {}

    /** Not of the patterns that the matcher refuses, of which {@code refused} has the places. */
    static List<Violation> findings(Trigger trigger, Surroundings surroundings, Set<String> refused) {
        var findings = new ArrayList<Violation>();
        boolean readable = !refused.contains("/when");
        if (readable) {
            unless(trigger.eventTypes(), List.of(trigger.when()), "/when", surroundings, findings);
        }
        switch (trigger.window().measure()) {
            case Measure.Sequence(var steps) -> {
                // What no event matches at all is said once.
                if (readable && findings.isEmpty()) {
                    steps(trigger, steps, surroundings, refused, findings);
                }
            }
            case Measure.Absence(var of) -> {
                if (!refused.contains("/window/absence")) {
                    unless(Trigger.eventTypes(of), List.of(of), "/window/absence", surroundings, findings);
                }
            }
            case Measure.Count _, Measure.Sum _, Measure.Distinct _ -> {
                // They have no pattern of their own.
            }
        }
        return findings;
    }

    private static void steps(
            Trigger trigger,
            List<Map<String, Object>> steps,
            Surroundings surroundings,
            Set<String> refused,
            List<Violation> findings) {
        for (int at = 0; at < steps.size(); at++) {
            var step = steps.get(at);
            var pointer = "/window/sequence/" + at;
            if (refused.contains(pointer)) {
                continue;
            }
            if (steps.subList(0, at).contains(step)) {
                findings.add(new Violation(pointer, "is unreachable: an earlier step takes all that it matches"));
                continue;
            }
            var own = Trigger.eventTypes(step);
            var types = trigger.eventTypes().stream()
                    .filter(type -> own.isEmpty() || own.contains(type))
                    .toList();
            unless(types, List.of(trigger.when(), step), pointer, surroundings, findings);
        }
    }

    private static void unless(
            List<String> types,
            List<Map<String, Object>> patterns,
            String pointer,
            Surroundings surroundings,
            List<Violation> findings) {
        var contradictions = types.stream()
                .map(type -> surroundings
                        .contradiction()
                        .apply(type, patterns)
                        .map(field -> "no %s can have such a %s".formatted(type, field)))
                .toList();
        if (!contradictions.isEmpty() && contradictions.stream().allMatch(Optional::isPresent)) {
            findings.add(new Violation(
                    pointer, "is unreachable: " + contradictions.getFirst().orElseThrow()));
        }
    }
}
