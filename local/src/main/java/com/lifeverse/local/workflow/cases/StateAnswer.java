package com.lifeverse.local.workflow.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Memory;
import com.lifeverse.local.workflow.machine.Stage;
import com.lifeverse.local.workflow.machine.Strand;
import java.util.Optional;

/**
 * What came of a state that was run alone.
 *
 * @param nextState where it leads to; empty if it ends or fails
 * @param output what it hands on; empty if it fails
 * @param failure why it failed, was caught or is tried again
 * @param call what the service was asked and said, if one was
 * @param variables what is known behind it
 */
public record StateAnswer(
        Status status,
        Optional<String> nextState,
        Optional<JsonNode> output,
        Optional<Failure> failure,
        Call call,
        ObjectNode variables) {
    /**
     * How the service was called.
     *
     * @param arguments empty if it was not called
     * @param result as it came, before the output is made of it; empty if there was none
     */
    public record Call(Optional<JsonNode> arguments, Optional<JsonNode> result) {}

    /** As TestState says it. */
    public enum Status {
        SUCCEEDED,
        FAILED,
        RETRIABLE,
        CAUGHT_ERROR
    }

    static StateAnswer of(Memory scene, Optional<Strand> root, Call call, boolean caught, Optional<Failure> told) {
        var variables = root.map(Strand::variables).orElseGet(Json::object);
        var ending = scene.progress().ending();
        if (ending != null) {
            boolean well = ending.failure() == null && ending.output() != null;
            return new StateAnswer(
                    well ? Status.SUCCEEDED : Status.FAILED,
                    Optional.empty(),
                    Optional.ofNullable(ending.output()),
                    Optional.ofNullable(ending.failure()),
                    call,
                    variables);
        }
        return switch (root.orElseThrow().stage()) {
            case Stage.Ready ready ->
                new StateAnswer(
                        caught ? Status.CAUGHT_ERROR : Status.SUCCEEDED,
                        Optional.of(ready.state()),
                        Optional.of(ready.input()),
                        caught ? told : Optional.empty(),
                        call,
                        variables);
            case Stage.Starting _,
                    Stage.Waiting _,
                    Stage.Working _,
                    Stage.BackingOff _,
                    Stage.Branching _,
                    Stage.Iterating _,
                    Stage.Distributing _,
                    Stage.Failed _ ->
                new StateAnswer(Status.RETRIABLE, Optional.empty(), Optional.empty(), told, call, variables);
        };
    }
}
