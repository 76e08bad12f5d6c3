package com.lifeverse.trigger.lint;

import com.lifeverse.platform.NameBasedId;
import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.spec.Effect;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window.Scope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whether a trigger may start the workflow that it names, with the input that it would get. What is only known when it fires is
 * tried with an event of the same form.
 */
record WorkflowLint(Surroundings surroundings) {
    /** Members that every run gets from the firing, whatever an author writes. */
    private static final List<String> OURS = List.of("event", "firing");

    List<Violation> findings(Trigger trigger, Effect.StartWorkflow effect, int tier, String pointer) {
        var workflow = surroundings.workflows().apply(effect.workflow());
        if (workflow.isEmpty()) {
            return List.of(new Violation(pointer + "/startWorkflow/workflow", "is not a workflow"));
        }
        if (!workflow.get().startedByTriggers()) {
            return List.of(new Violation(
                    pointer + "/startWorkflow/workflow",
                    "does not say in its workflow.yaml that triggers may start it"));
        }
        var findings = new ArrayList<Violation>();
        OURS.stream()
                .filter(effect.input()::containsKey)
                .forEach(name -> findings.add(new Violation(
                        pointer + "/startWorkflow/input/" + name, "comes from the firing, not from you")));
        if (trigger.window().scope() == Scope.GLOBAL
                && effect.turn().filter(turn -> turn.of() == Scope.PLAYER).isPresent()) {
            findings.add(new Violation(
                    pointer + "/startWorkflow/concurrency/of",
                    "must be global, as the window's: else it counts by whoever came last"));
        }
        workflow.get()
                .inputFaults()
                .apply(input(trigger, effect, tier))
                .forEach(fault -> findings.add(
                        new Violation(pointer + "/startWorkflow/input" + fault.pointer(), fault.message())));
        return List.copyOf(findings);
    }

    /** As {@code trigger-effects} makes it. */
    private static Map<String, Object> input(Trigger trigger, Effect.StartWorkflow effect, int tier) {
        var id = NameBasedId.of("evt_", trigger.id());
        var player = NameBasedId.of("ply_", trigger.id());
        var input = new LinkedHashMap<>(effect.input());
        input.put(
                "event",
                Map.of(
                        "id", id,
                        "playerId", player,
                        "eventGroupId", player,
                        "correlationId", id,
                        "causation", List.of(id),
                        "hops", 1,
                        "isReplay", false));
        input.put(
                "firing",
                Map.of(
                        "trigger",
                        trigger.id(),
                        "decisionId",
                        NameBasedId.of("dec_", trigger.id()),
                        "occurrence",
                        "2026-11-20",
                        "tier",
                        tier));
        return input;
    }
}
