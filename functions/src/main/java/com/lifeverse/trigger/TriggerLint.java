package com.lifeverse.trigger;

import com.lifeverse.platform.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a trigger must keep beyond its form, before it may be in force.
 *
 * @param labels the taxonomy's
 * @param types finds an event type by its name
 * @param patternFault why the matcher refuses a pattern; empty if it takes it
 */
public record TriggerLint(
        Set<String> labels,
        Function<String, Optional<EventType>> types,
        Function<Map<String, Object>, Optional<String>> patternFault,
        TriggerPolicy policy) {

    public TriggerLint {
        labels = Set.copyOf(labels);
    }

    /** Everything that is wrong, each with its place in the trigger's file. */
    public List<Violation> findings(Trigger trigger) {
        var findings = new ArrayList<Violation>();
        for (int at = 0; at < trigger.labels().size(); at++) {
            if (!labels.contains(trigger.labels().get(at))) {
                findings.add(new Violation("/labels/" + at, "is not in events/taxonomy.yaml"));
            }
        }
        patternFault.apply(trigger.when()).ifPresent(fault -> findings.add(new Violation("/when", fault)));
        eventTypes(trigger, findings);
        memory(trigger, findings);
        return List.copyOf(findings);
    }

    private void eventTypes(Trigger trigger, List<Violation> findings) {
        var names = trigger.eventTypes();
        if (names.isEmpty()) {
            findings.add(new Violation("/when/detail-type", "must list the exact names of event types"));
        }
        for (int at = 0; at < names.size(); at++) {
            var pointer = "/when/detail-type/" + at;
            var type = types.apply(names.get(at));
            if (type.isEmpty()) {
                findings.add(new Violation(pointer, "is not an event type"));
                continue;
            }
            if (!type.get().consumers().contains(EventType.TRIGGER_ENGINE)) {
                findings.add(new Violation(pointer, "does not list trigger-engine as a consumer, so it never arrives"));
            }
            if (type.get().producers().contains(EventType.PLAYER) && trigger.grants()) {
                findings.add(new Violation(
                        pointer, "comes from clients, so it must not lead to a grant: a hacked one would mint"));
            }
        }
    }

    private void memory(Trigger trigger, List<Violation> findings) {
        long needs = policy.needs(trigger);
        if (needs > policy.memory()) {
            findings.add(new Violation(
                    "/limits/perPlayer",
                    "with this window up to %d happenings must be remembered for %s; a state holds %d"
                            .formatted(needs, policy.keeps(trigger), policy.memory())));
        }
    }
}
