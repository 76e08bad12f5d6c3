package com.lifeverse.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.task.OldClient;
import com.lifeverse.local.workflow.task.TaskIntegration;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * {@code arn:aws:states:::states:startExecution}, also {@code .sync} and {@code .sync:2}. An execution without a name is
 * named by the attempt, so that a call that is carried twice starts no second one; the start and the memory of it are one
 * write, so that an attempt that is cut can be told what it has begun.
 */
final class StartNested implements TaskIntegration {
    private final Workflows workflows;
    private final InstantSource clock;

    StartNested(Workflows workflows, InstantSource clock) {
        this.workflows = workflows;
        this.clock = clock;
    }

    @Override
    public boolean serves(String resource) {
        return resource.equals("arn:aws:states:::states:startExecution");
    }

    @Override
    public boolean waits(String resource) {
        return true;
    }

    @Override
    public JsonNode perform(Call call) {
        var arguments = call.arguments();
        var name = arguments.path("Name");
        var given = arguments.has("Input") ? arguments.get("Input") : Json.object();
        var input =
                given.isTextual() && Json.parse(given.textValue()).isPresent() ? given.textValue() : Json.text(given);
        var called = name.isTextual() ? name.textValue() : named(call.attempt());
        try {
            return call.once().keep(() -> {
                var arn = workflows.start(
                        call.caller(), arguments.path("StateMachineArn").asText(), Optional.of(called), input);
                return Json.object()
                        .put("ExecutionArn", arn)
                        .put("StartDate", clock.instant().toEpochMilli());
            });
        } catch (AwsServiceException e) {
            throw OldClient.STEP_FUNCTIONS.failure(e);
        }
    }

    private static String named(String attempt) {
        return UUID.nameUUIDFromBytes(attempt.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
