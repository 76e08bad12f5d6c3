package com.lifeverse.local.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Crossings;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** {@code arn:aws:states:::aws-sdk:lambda:*ProvisionedConcurrencyConfig}: a workflow that has instances of functions stand ready. */
public final class InstanceCalls implements TaskIntegration {
    private static final String PREFIX = "arn:aws:states:::aws-sdk:lambda:";
    private static final Set<String> HELD = Set.of(
            "putProvisionedConcurrencyConfig", "getProvisionedConcurrencyConfig", "deleteProvisionedConcurrencyConfig");

    private final Operation lambda;
    private final Crossings crossings;

    /** Performs an operation with its own members. */
    @FunctionalInterface
    public interface Operation {
        JsonNode call(Caller caller, String operation, JsonNode request);
    }

    public InstanceCalls(Operation lambda, Crossings crossings) {
        this.lambda = lambda;
        this.crossings = crossings;
    }

    @Override
    public boolean serves(String resource) {
        return resource.startsWith(PREFIX) && HELD.contains(resource.substring(PREFIX.length()));
    }

    @Override
    public JsonNode perform(Call call) {
        var operation = call.resource().substring(PREFIX.length());
        try {
            return crossings.cross(
                    new Crossing(Crossing.Kind.TASK, "workflow", "lambda", "lambda:" + operation, call.arguments()),
                    () -> call.once().keep(operation, () -> lambda.call(call.caller(), operation, call.arguments())));
        } catch (AwsServiceException e) {
            throw ServiceFailures.ofSdk("Lambda", e);
        }
    }
}
