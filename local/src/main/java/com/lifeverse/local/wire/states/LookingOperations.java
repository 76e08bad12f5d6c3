package com.lifeverse.local.wire.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.Execution;
import com.lifeverse.local.workflow.Machine;
import com.lifeverse.local.workflow.Pages;
import com.lifeverse.local.workflow.Workflows;
import com.lifeverse.local.workflow.machine.Status;
import com.lifeverse.local.workflow.maprun.MapRun;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** What looks at executions. */
final class LookingOperations {
    private final Workflows workflows;

    LookingOperations(Workflows workflows) {
        this.workflows = workflows;
    }

    Map<String, StepFunctions.Operation> byName() {
        return Map.of(
                "DescribeExecution", this::describe,
                "ListExecutions", this::list,
                "GetExecutionHistory", this::history,
                "DescribeStateMachineForExecution", this::machine,
                "ListMapRuns", this::mapRuns,
                "DescribeMapRun", this::mapRun);
    }

    private JsonNode describe(Caller caller, JsonNode request) {
        var arn = Ask.standard(request);
        caller.require("states:DescribeExecution", arn);
        var told = Told.whole(execution(arn), workflows.now());
        return Ask.wantsData(request) ? told : Told.withoutData(told);
    }

    private Execution execution(String arn) {
        return workflows
                .describe(arn)
                .orElseThrow(() -> Ask.refusal("ExecutionDoesNotExist", "Execution Does Not Exist: '" + arn + "'"));
    }

    private JsonNode list(Caller caller, JsonNode request) {
        var status = Ask.optional(request, "statusFilter").map(LookingOperations::status);
        var runArn = Ask.optional(request, "mapRunArn");
        if (runArn.isPresent()) {
            caller.require("states:ListExecutions", runArn.get());
            var run = run(runArn.get());
            return Ask.page(
                    "executions",
                    workflows.pages().children(run.arn(), status, Ask.part(request)),
                    child -> Told.line(child)
                            .put("itemCount", run.itemsIn(child.run().input())));
        }
        var machine = Ask.required(request, "stateMachineArn");
        caller.require("states:ListExecutions", machine);
        workflows
                .machines()
                .find(machine)
                .filter(found -> found.kind() == Machine.Kind.EXPRESS)
                .ifPresent(_ -> {
                    throw Ask.refusal(
                            "StateMachineTypeNotSupported",
                            "This operation is not supported by this type of state machine");
                });
        return Ask.page("executions", workflows.pages().executions(machine, status, Ask.part(request)), Told::line);
    }

    private static Status status(String text) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Ask.refusal(
                        "ValidationException",
                        ("1 validation error detected: Value '%s' at 'statusFilter' failed to satisfy constraint: "
                                        + "Member must satisfy enum value set: %s")
                                .formatted(text, Arrays.toString(Status.values()))));
    }

    private MapRun run(String arn) {
        return workflows
                .mapRun(arn)
                .orElseThrow(() -> Ask.refusal("ResourceNotFound", "Resource not found: '" + arn + "'"));
    }

    private JsonNode history(Caller caller, JsonNode request) {
        var arn = Ask.standard(request);
        caller.require("states:GetExecutionHistory", arn);
        var page = workflows.pages().history(arn, request.path("reverseOrder").asBoolean(), Ask.part(request));
        boolean whole = request.path("includeExecutionData").asBoolean(true);
        return Ask.page("events", page, event -> whole ? Told.event(event) : Told.outline(event));
    }

    private JsonNode machine(Caller caller, JsonNode request) {
        var arn = Ask.standard(request);
        caller.require("states:DescribeStateMachineForExecution", arn);
        var start = execution(arn).start();
        var machine = workflows.machines().revision(start.revisionId());
        return Json.object()
                .put("stateMachineArn", machine.arn())
                .put("name", machine.name())
                .put("definition", Ask.wantsData(request) ? machine.definition() : "{}")
                .put("roleArn", machine.roleArn())
                .put("revisionId", start.revisionId())
                .put("updateDate", Ask.seconds(start.run().startedAt()));
    }

    private JsonNode mapRuns(Caller caller, JsonNode request) {
        var arn = Ask.standard(request);
        caller.require("states:ListMapRuns", arn);
        return Ask.page("mapRuns", Pages.part(arn, workflows.mapRuns(arn), Ask.part(request)), Told::line);
    }

    private JsonNode mapRun(Caller caller, JsonNode request) {
        var arn = Ask.required(request, "mapRunArn");
        caller.require("states:DescribeMapRun", arn);
        var run = run(arn);
        var node = Told.line(run)
                .put("status", run.status().name())
                .put("maxConcurrency", run.plan().concurrency())
                .put(
                        "toleratedFailurePercentage",
                        Optional.ofNullable(run.plan().toleratedPercentage()).orElse(0.0))
                .put(
                        "toleratedFailureCount",
                        Optional.ofNullable(run.plan().toleratedCount()).orElse(0L))
                .put("redriveCount", run.round());
        Optional.ofNullable(run.endedAt()).ifPresent(end -> node.put("stopDate", Ask.seconds(end)));
        node.set(
                "executionCounts",
                counts(run, run.counts().children(), run.counts().failed()));
        node.set("itemCounts", counts(run, run.counts().items(), run.counts().failedItems()));
        return node;
    }

    private static ObjectNode counts(MapRun run, int total, int failed) {
        var counts = run.counts();
        return Json.object()
                .put("pending", counts.children() - counts.next())
                .put("running", counts.next() - counts.ended())
                .put("succeeded", counts.succeeded())
                .put("failed", failed)
                .put("timedOut", 0)
                .put("aborted", 0)
                .put("total", total)
                .put("resultsWritten", 0);
    }
}
