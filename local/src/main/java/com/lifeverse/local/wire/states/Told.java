package com.lifeverse.local.wire.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.Execution;
import com.lifeverse.local.workflow.machine.HistoryEvent;
import com.lifeverse.local.workflow.maprun.MapRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Executions, their events and the runs of their Maps as responses tell of them. */
final class Told {
    private static final int BILLED_MEMORY = 64;
    private static final int BILLED_UNIT = 100;

    private Told() {}

    /** A line of a list. */
    static ObjectNode line(Execution execution) {
        var run = execution.run();
        var node = Json.object()
                .put("executionArn", run.arn())
                .put("stateMachineArn", run.machineArn())
                .put("name", run.name())
                .put("status", execution.status().name())
                .put("startDate", Ask.seconds(run.startedAt()));
        execution.ending().ifPresent(end -> node.put("stopDate", Ask.seconds(end.when())));
        var child = execution.start().child();
        if (child != null) {
            node.put("mapRunArn", child.runArn());
        }
        if (execution.start().versionArn() != null) {
            node.put("stateMachineVersionArn", execution.start().versionArn());
        }
        if (execution.start().aliasArn() != null) {
            node.put("stateMachineAliasArn", execution.start().aliasArn());
        }
        var redrivenAt = execution.progress().redrivenAt();
        if (redrivenAt != null) {
            node.put("redriveDate", Ask.seconds(redrivenAt));
        }
        return node.put("redriveCount", execution.progress().redrives());
    }

    /** All about it. */
    static ObjectNode whole(Execution execution, Instant now) {
        var node = line(execution);
        valued(node, "input", execution.run().input());
        execution.ending().ifPresent(end -> {
            var output = end.output();
            if (output != null) {
                valued(node, "output", output);
            }
            var failure = end.failure();
            if (failure != null) {
                node.put("error", failure.error()).put("cause", failure.cause());
            }
        });
        if (execution.isRedrivable(now)) {
            return node.put("redriveStatus", "REDRIVABLE");
        }
        return node.put("redriveStatus", "NOT_REDRIVABLE").put("redriveStatusReason", execution.unredrivable());
    }

    /** The same without what was given and what came out. */
    static ObjectNode withoutData(ObjectNode told) {
        for (var member : List.of("input", "output")) {
            if (told.remove(member) != null) {
                told.putObject(member + "Details").put("included", false);
            }
        }
        return told;
    }

    /** What StartSyncExecution answers. */
    static ObjectNode synchronous(Execution execution) {
        var node = whole(execution, Instant.MAX);
        node.remove(List.of(
                "redriveStatus",
                "redriveStatusReason",
                "redriveCount",
                "stateMachineVersionArn",
                "stateMachineAliasArn"));
        long took = execution
                .ending()
                .map(end -> Duration.between(execution.run().startedAt(), end.when())
                        .toMillis())
                .orElse(0L);
        node.putObject("billingDetails")
                .put("billedMemoryUsedInMB", BILLED_MEMORY)
                .put("billedDurationInMilliseconds", billed(took));
        return node;
    }

    /** At least one unit. */
    static long billed(long millis) {
        return Math.max(1, Math.ceilDiv(millis, BILLED_UNIT)) * BILLED_UNIT;
    }

    private static void valued(ObjectNode node, String member, JsonNode value) {
        node.put(member, Json.text(value));
        node.putObject(member + "Details").put("included", true);
    }

    static ObjectNode event(HistoryEvent event) {
        var node = Json.object()
                .put("timestamp", Ask.seconds(event.timestamp()))
                .put("type", event.type())
                .put("id", event.id())
                .put("previousEventId", event.previousEventId());
        return node.setAll(event.details());
    }

    /** An event without what was given and what came out. */
    static ObjectNode outline(HistoryEvent event) {
        var node = event(event).deepCopy();
        for (var member : node) {
            if (member instanceof ObjectNode details) {
                details.remove(List.of("input", "output", "assignedVariables"));
            }
        }
        return node;
    }

    static ObjectNode line(MapRun run) {
        var parent = run.parentArn();
        var machine = parent.substring(0, parent.lastIndexOf(':')).replace(":execution:", ":stateMachine:");
        return Json.object()
                .put("executionArn", parent)
                .put("mapRunArn", run.arn())
                .put("stateMachineArn", machine)
                .put("startDate", Ask.seconds(run.startedAt()));
    }
}
