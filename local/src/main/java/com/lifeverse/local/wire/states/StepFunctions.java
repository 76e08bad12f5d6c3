package com.lifeverse.local.wire.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.wire.JsonService;
import com.lifeverse.local.workflow.Workflows;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The operations of Step Functions by name, as the AWS CLI and any SDK call them. */
public final class StepFunctions implements JsonService {
    /** Performs one operation. */
    @FunctionalInterface
    interface Operation {
        JsonNode answer(Caller caller, JsonNode request);
    }

    private final Map<String, Operation> operations = new HashMap<>();

    public StepFunctions(Workflows workflows, Agenda agenda) {
        operations.putAll(new ExecutionOperations(workflows, agenda).byName());
        operations.putAll(new LookingOperations(workflows).byName());
        operations.putAll(new MachineOperations(workflows).byName());
        operations.putAll(new RemovingOperations(workflows).byName());
        operations.putAll(new TryingOperations(agenda).byName());
    }

    @Override
    public String signedFor() {
        return "states";
    }

    @Override
    public Optional<JsonNode> call(String operation, JsonNode request, Caller caller) {
        return Optional.ofNullable(operations.get(operation)).map(found -> found.answer(caller, request));
    }
}
