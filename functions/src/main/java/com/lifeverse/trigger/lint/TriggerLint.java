package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.EventType;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a trigger must keep beyond its form, before it may be in force. */
public record TriggerLint(Surroundings surroundings, TriggerPolicy policy) {
    /** Everything that is wrong, each with its place in the trigger's file. */
    public List<Violation> findings(Trigger trigger) {
        var findings = new ArrayList<>(AboutLint.findings(trigger.about(), surroundings));
        var faults = patternFaults(trigger);
        // What the matcher refuses has no meaning, and nothing more is said of it.
        var refused = faults.stream().map(Violation::pointer).collect(Collectors.toUnmodifiableSet());
        findings.addAll(faults);
        if (trigger.window().measure() instanceof Measure.Absence(var of)) {
            // What ends a wait gives nothing, so anybody may tell it.
            heard("/window/absence", of, false, findings);
        }
        heard("/when", trigger.when(), trigger.grants(), findings);
        var reach = ReachLint.findings(trigger, surroundings, refused);
        var room = new RoomLint(trigger, surroundings);
        // Of what no event matches at all, it is no matter how much there is.
        boolean heard = !refused.contains("/when")
                && reach.stream().noneMatch(found -> found.pointer().equals("/when"));
        findings.addAll(WindowLint.findings(trigger, heard ? room.happenings() : 1, policy));
        findings.addAll(reach);
        if (heard) {
            findings.addAll(room.findings());
        }
        findings.addAll(new FieldLint(trigger, surroundings, refused).findings());
        for (int at = 0; at < trigger.effects().size(); at++) {
            effect(trigger, at, "/effects/" + at, findings);
        }
        findings.addAll(PaceLint.findings(trigger));
        findings.addAll(BudgetLint.findings(trigger));
        findings.addAll(PlayerLint.findings(trigger, surroundings.profile()));
        return List.copyOf(findings);
    }

    /** What its authors should know, each with its place in the trigger's file; it may be in force all the same. */
    public List<Violation> warnings(Trigger trigger) {
        return WindowLint.warnings(trigger, policy);
    }

    private List<Violation> patternFaults(Trigger trigger) {
        var findings = new ArrayList<Violation>();
        pattern("/when", trigger.when(), findings);
        if (!trigger.player().isEmpty()) {
            pattern("/player", trigger.player(), findings);
        }
        switch (trigger.window().measure()) {
            case Measure.Sequence(var steps) -> {
                for (int at = 0; at < steps.size(); at++) {
                    pattern("/window/sequence/" + at, steps.get(at), findings);
                }
            }
            case Measure.Absence(var of) -> pattern("/window/absence", of, findings);
            case Measure.Count _, Measure.Sum _, Measure.Distinct _ -> {
                // They have no pattern of their own.
            }
        }
        return findings;
    }

    private void pattern(String pointer, Map<String, Object> pattern, List<Violation> findings) {
        surroundings.patternFault().apply(pattern).ifPresent(fault -> findings.add(new Violation(pointer, fault)));
    }

    private void heard(String pattern, Map<String, Object> when, boolean grants, List<Violation> findings) {
        var names = Trigger.eventTypes(when);
        if (names.isEmpty()) {
            findings.add(new Violation(pattern + "/detail-type", "must list the exact names of event types"));
        }
        for (int at = 0; at < names.size(); at++) {
            var pointer = pattern + "/detail-type/" + at;
            var type = surroundings.types().apply(names.get(at));
            if (type.isEmpty()) {
                findings.add(new Violation(pointer, "is not an event type"));
                continue;
            }
            if (!type.get().consumers().contains(EventType.TRIGGER_ENGINE)) {
                findings.add(new Violation(pointer, "does not list trigger-engine as a consumer, so it never arrives"));
            }
            if (type.get().producers().contains(EventType.PLAYER) && grants) {
                findings.add(new Violation(
                        pointer, "comes from clients, so it must not lead to a grant: a hacked one would mint"));
            }
        }
    }

    private void effect(Trigger trigger, int at, String pointer, List<Violation> findings) {
        switch (trigger.effects().get(at)) {
            case Effect.StartWorkflow start ->
                findings.addAll(new WorkflowLint(surroundings).findings(trigger, start, at + 1, pointer));
            case Effect.Emit emit -> {
                var type = surroundings.types().apply(emit.type());
                if (type.isEmpty()) {
                    findings.add(new Violation(pointer + "/emit/type", "is not an event type"));
                } else if (!type.get().producers().contains(EventType.EFFECT)) {
                    findings.add(new Violation(
                            pointer + "/emit/type", "does not list effect as a producer: our own code relies on it"));
                } else {
                    surroundings
                            .payloadFaults()
                            .apply(emit.type(), emit.payload())
                            .forEach(fault -> findings.add(
                                    new Violation(pointer + "/emit/payload" + fault.pointer(), fault.message())));
                }
            }
            case Effect.Webhook(var destination) -> {
                if (!surroundings.webhooks().test(destination)) {
                    findings.add(new Violation(
                            pointer + "/webhook/destination", "is not a destination that operators have entered"));
                }
            }
            case Effect.Grant _, Effect.Notify _, Effect.Flag _, Effect.Counter _ -> {
                // What they name is checked where it is kept.
            }
        }
    }
}
