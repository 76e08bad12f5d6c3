package com.lifeverse.local.workflow;

import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.workflow.language.Definition;
import com.lifeverse.local.workflow.language.InvalidDefinition;
import com.lifeverse.local.workflow.language.Problem;
import com.lifeverse.local.workflow.language.State;
import com.lifeverse.local.workflow.machine.Limits;
import com.lifeverse.local.workflow.task.Integrations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a state machine may hold beyond what its definition says by itself: it depends on its type, and on this stack. */
final class Acceptance {
    private static final List<String> SERVICES =
            List.of("states.amazonaws.com", "states." + Cloud.REGION + ".amazonaws.com");

    private final Integrations integrations;
    private final Callers callers;

    Acceptance(Integrations integrations, Callers callers) {
        this.integrations = integrations;
        this.callers = callers;
    }

    /** Refuses a definition that is too long, and a role that is not there or that Step Functions may not take on. */
    void requireSizeAndRole(Machine machine) {
        if (machine.definition().getBytes(StandardCharsets.UTF_8).length > Limits.DEFINITION_BYTES) {
            throw Refusal.VALIDATION.because(
                    "%s: a definition has at most %d bytes".formatted(machine.name(), Limits.DEFINITION_BYTES));
        }
        if (SERVICES.stream().noneMatch(service -> callers.trusts(machine.roleArn(), service))) {
            throw Refusal.ACCESS_DENIED.because("Neither the global service principal states.amazonaws.com, nor the"
                    + " regional one is authorized to assume the provided role.");
        }
    }

    /**
     * Refuses what cannot be run.
     *
     * @throws InvalidDefinition with the place of what is refused
     */
    void require(Machine machine, Definition definition) {
        for (var state : definition.states().values()) {
            switch (state) {
                case State.Task task -> task(machine, task);
                case State.Map map -> {
                    if (machine.kind() == Machine.Kind.EXPRESS
                            && map.distribution().isPresent()) {
                        throw refusal(
                                "Express state machine does not support Map state with "
                                        + "ProcessorMode 'DISTRIBUTED'",
                                map,
                                "ItemProcessor/ProcessorConfig/Mode");
                    }
                }
                case State.Pass _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _, State.Parallel _ -> {}
            }
        }
    }

    private void task(Machine machine, State.Task task) {
        var resource = task.resource();
        if (machine.kind() == Machine.Kind.EXPRESS && Integrations.waits(resource)) {
            throw refusal(
                    "Express state machine does not support '" + resource.substring(resource.lastIndexOf('.'))
                            + "' service integration",
                    task,
                    "Resource");
        }
        if (!integrations.serve(resource)) {
            throw refusal("The resource " + resource + " is not held locally", task, "Resource");
        }
    }

    private static InvalidDefinition refusal(String why, State state, String field) {
        return new InvalidDefinition(List.of(
                new Problem("SCHEMA_VALIDATION_FAILED", why, Optional.of("/States/" + state.name() + "/" + field))));
    }
}
