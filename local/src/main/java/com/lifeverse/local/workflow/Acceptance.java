package com.lifeverse.local.workflow;

import com.lifeverse.local.workflow.language.Definition;
import com.lifeverse.local.workflow.language.InvalidDefinition;
import com.lifeverse.local.workflow.language.Problem;
import com.lifeverse.local.workflow.language.State;
import com.lifeverse.local.workflow.task.Integrations;
import java.util.List;
import java.util.Optional;

/** What a state machine may hold beyond what its definition says by itself: it depends on its type, and on this stack. */
final class Acceptance {
    private final Integrations integrations;

    Acceptance(Integrations integrations) {
        this.integrations = integrations;
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
