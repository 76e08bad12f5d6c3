package com.lifeverse.local.wire.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.Workflows;
import java.util.Map;

/** What forgets state machines, versions and aliases. */
final class RemovingOperations {
    private final Workflows workflows;

    RemovingOperations(Workflows workflows) {
        this.workflows = workflows;
    }

    Map<String, StepFunctions.Operation> byName() {
        return Map.of(
                "DeleteStateMachine", this::machine,
                "DeleteStateMachineVersion", this::version,
                "DeleteStateMachineAlias", this::alias);
    }

    private JsonNode machine(Caller caller, JsonNode request) {
        var arn = Ask.required(request, "stateMachineArn");
        caller.require("states:DeleteStateMachine", arn);
        workflows.removal().machine(arn);
        return Json.object();
    }

    private JsonNode version(Caller caller, JsonNode request) {
        var arn = Ask.required(request, "stateMachineVersionArn");
        caller.require("states:DeleteStateMachineVersion", arn);
        workflows.removal().version(arn);
        return Json.object();
    }

    private JsonNode alias(Caller caller, JsonNode request) {
        var arn = Ask.required(request, "stateMachineAliasArn");
        caller.require("states:DeleteStateMachineAlias", arn);
        Ask.present(
                workflows
                        .machines()
                        .aliases(arn.substring(0, arn.lastIndexOf(':')))
                        .get(arn),
                arn);
        workflows.removal().alias(arn);
        return Json.object();
    }
}
