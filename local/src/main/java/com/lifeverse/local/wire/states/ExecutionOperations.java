package com.lifeverse.local.wire.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.Execution;
import com.lifeverse.local.workflow.Workflows;
import com.lifeverse.local.workflow.machine.Failure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What makes executions begin, end and go on. */
final class ExecutionOperations {
    private static final Duration LONGEST = Duration.ofMinutes(6);

    private final Workflows workflows;
    private final Agenda agenda;

    ExecutionOperations(Workflows workflows, Agenda agenda) {
        this.workflows = workflows;
        this.agenda = agenda;
    }

    Map<String, StepFunctions.Operation> byName() {
        return Map.of(
                "StartExecution", this::start,
                "StartSyncExecution", this::startSync,
                "StopExecution", this::stop,
                "RedriveExecution", this::redrive,
                "SendTaskSuccess", this::succeed,
                "SendTaskFailure", this::fail,
                "SendTaskHeartbeat", this::heartbeat);
    }

    private JsonNode start(Caller caller, JsonNode request) {
        var arn = workflows.start(caller, machine(request), Ask.optional(request, "name"), input(request));
        var started = workflows
                .describe(arn)
                .map(execution -> execution.run().startedAt())
                .orElseGet(agenda::instant);
        return Json.object().put("executionArn", arn).put("startDate", Ask.seconds(started));
    }

    private JsonNode startSync(Caller caller, JsonNode request) {
        var ended = new CompletableFuture<Execution>();
        workflows.startSync(caller, machine(request), Ask.optional(request, "name"), input(request), ended::complete);
        if (agenda.runsOnCaller()) {
            agenda.settle();
        }
        try {
            var told = Told.synchronous(ended.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS));
            return Ask.wantsData(request) ? told : Told.withoutData(told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The stack ends while an execution is waited for", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("An Express execution did not end in its five minutes", e);
        }
    }

    private JsonNode stop(Caller caller, JsonNode request) {
        workflows.stop(caller, Ask.standard(request), failure(request));
        return Json.object().put("stopDate", Ask.seconds(agenda.instant()));
    }

    private JsonNode redrive(Caller caller, JsonNode request) {
        workflows.redrive(caller, Ask.standard(request));
        return Json.object().put("redriveDate", Ask.seconds(agenda.instant()));
    }

    private JsonNode succeed(Caller caller, JsonNode request) {
        caller.require("states:SendTaskSuccess", "*");
        workflows.tokens().succeed(Ask.required(request, "taskToken"), Ask.required(request, "output"));
        return Json.object();
    }

    private JsonNode fail(Caller caller, JsonNode request) {
        caller.require("states:SendTaskFailure", "*");
        workflows.tokens().fail(Ask.required(request, "taskToken"), failure(request));
        return Json.object();
    }

    private JsonNode heartbeat(Caller caller, JsonNode request) {
        caller.require("states:SendTaskHeartbeat", "*");
        workflows.tokens().heartbeat(Ask.required(request, "taskToken"));
        return Json.object();
    }

    private static Failure failure(JsonNode request) {
        return new Failure(
                Ask.optional(request, "error").orElse(null),
                Ask.optional(request, "cause").orElse(null));
    }

    private static String machine(JsonNode request) {
        return Ask.required(request, "stateMachineArn");
    }

    private static String input(JsonNode request) {
        return Ask.optional(request, "input").orElse("{}");
    }
}
