package com.lifeverse.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.ErrorNames;
import com.lifeverse.local.workflow.machine.Awaited;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Happening;
import com.lifeverse.local.workflow.machine.Status;

/** What the end of a nested execution means to the task that began it. */
final class Nested {
    private Nested() {}

    /** Which execution a task has begun, by what the integration answered. */
    static String arn(JsonNode submitted) {
        return submitted.path("ExecutionArn").asText();
    }

    static Happening completed(Awaited.Completion waiting, Execution child) {
        boolean parsed = waiting.resource().endsWith(".sync:2");
        var description = description(child, parsed);
        return child.status() == Status.SUCCEEDED
                ? new Happening.Completed(waiting.strand(), waiting.attempt(), description)
                : new Happening.Failed(
                        waiting.strand(),
                        waiting.attempt(),
                        new Failure(ErrorNames.TASK_FAILED, Json.text(description)));
    }

    /** DescribeExecution, as the integration hands it on: moments in milliseconds, and with {@code :2} JSON parsed. */
    static ObjectNode description(Execution child, boolean parsed) {
        var run = child.run();
        var ending = child.ending().orElseThrow();
        var node = Json.object().put("ExecutionArn", run.arn());
        if (parsed) {
            node.set("Input", run.input());
        } else {
            node.put("Input", Json.text(run.input()));
        }
        node.putObject("InputDetails").put("Included", true);
        node.put("Name", run.name());
        var output = ending.output();
        if (output != null) {
            if (parsed) {
                node.set("Output", output);
            } else {
                node.put("Output", Json.text(output));
            }
            node.putObject("OutputDetails").put("Included", true);
        }
        var failure = ending.failure();
        if (failure != null) {
            node.setAll(error(failure));
        }
        return node.put("RedriveCount", child.progress().redrives())
                .put("StartDate", run.startedAt().toEpochMilli())
                .put("StateMachineArn", run.machineArn())
                .put("Status", child.status().name())
                .put("StopDate", ending.when().toEpochMilli());
    }

    private static ObjectNode error(Failure failure) {
        var node = Json.object();
        if (failure.error() != null) {
            node.put("Error", failure.error());
        }
        if (failure.cause() != null) {
            node.put("Cause", failure.cause());
        }
        return node;
    }
}
