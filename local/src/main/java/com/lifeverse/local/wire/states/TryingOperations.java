package com.lifeverse.local.wire.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.cases.SingleState;
import com.lifeverse.local.workflow.cases.StateAnswer;
import com.lifeverse.local.workflow.language.DefinitionReader;
import com.lifeverse.local.workflow.language.InvalidDefinition;
import com.lifeverse.local.workflow.lint.Lint;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.task.Reach;
import java.util.Map;
import java.util.Optional;

/** What tries definitions without an execution. */
final class TryingOperations {
    private static final String ALONE = "State";
    private static final int MOST_DIAGNOSTICS = 100;

    private final Agenda agenda;

    TryingOperations(Agenda agenda) {
        this.agenda = agenda;
    }

    Map<String, StepFunctions.Operation> byName() {
        return Map.of("TestState", this::test, "ValidateStateMachineDefinition", this::validate);
    }

    private JsonNode test(Caller caller, JsonNode request) {
        caller.require("states:TestState", "*");
        var entry = new SingleState.Entry(
                json(Ask.optional(request, "input").orElse("{}")),
                object(Ask.optional(request, "variables").orElse("{}")),
                mock(request.path("mock")),
                request.path("stateConfiguration").path("retrierRetryCount").asInt());
        try {
            var name = Ask.optional(request, "stateName").orElse(ALONE);
            var answer = SingleState.run(Ask.required(request, "definition"), name, entry, agenda.instant());
            return answered(
                    answer, entry, Ask.optional(request, "inspectionLevel").orElse("INFO"));
        } catch (InvalidDefinition e) {
            throw Ask.refusal("InvalidDefinition", String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw Ask.refusal("ValidationException", String.valueOf(e.getMessage()));
        }
    }

    private static Optional<SingleState.Mock> mock(JsonNode mock) {
        if (mock.path("result").isTextual()) {
            return Optional.of(
                    new SingleState.Mock.Result(json(mock.path("result").textValue())));
        }
        var error = mock.path("errorOutput");
        return error.isObject()
                ? Optional.of(new SingleState.Mock.Failing(new Failure(
                        Ask.optional(error, "error").orElse(null),
                        Ask.optional(error, "cause").orElse(null))))
                : Optional.empty();
    }

    private static ObjectNode answered(StateAnswer answer, SingleState.Entry entry, String level) {
        var response = Json.object().put("status", answer.status().name());
        answer.output().ifPresent(output -> response.put("output", Json.text(output)));
        answer.nextState().ifPresent(next -> response.put("nextState", next));
        answer.failure().ifPresent(failure -> {
            response.put("error", failure.error());
            response.put("cause", failure.cause());
        });
        if (!level.equals("INFO")) {
            var data = response.putObject("inspectionData").put("input", Json.text(entry.input()));
            answer.call().arguments().ifPresent(arguments -> data.put("afterArguments", Json.text(arguments)));
            answer.call().result().ifPresent(result -> data.put("result", Json.text(result)));
            data.put("variables", Json.text(answer.variables()));
        }
        return response;
    }

    private JsonNode validate(Caller caller, JsonNode request) {
        caller.require("states:ValidateStateMachineDefinition", "*");
        var definition = Ask.required(request, "definition");
        var response = Json.object();
        var list = Json.array();
        try {
            DefinitionReader.read(definition);
            if (Ask.optional(request, "severity").orElse("ERROR").equals("WARNING")) {
                Lint.of(definition, Reach::holds)
                        .forEach(finding -> list.add(diagnostic(
                                "WARNING", finding.code(), finding.message(), Optional.of(finding.pointer()))));
            }
        } catch (InvalidDefinition e) {
            e.problems()
                    .forEach(problem ->
                            list.add(diagnostic("ERROR", problem.code(), problem.message(), problem.location())));
        }
        boolean valid = list.findValuesAsText("severity").stream().noneMatch("ERROR"::equals);
        response.put("result", valid ? "OK" : "FAIL");
        int most = request.path("maxResults").asInt(0) > 0
                ? request.path("maxResults").asInt()
                : MOST_DIAGNOSTICS;
        boolean truncated = list.size() > most;
        while (list.size() > most) {
            list.remove(most);
        }
        response.set("diagnostics", list);
        return response.put("truncated", truncated);
    }

    private static ObjectNode diagnostic(String severity, String code, String message, Optional<String> location) {
        var diagnostic =
                Json.object().put("severity", severity).put("code", code).put("message", message);
        location.ifPresent(place -> diagnostic.put("location", place));
        return diagnostic;
    }

    private static JsonNode json(String text) {
        return Json.parse(text)
                .orElseThrow(() -> Ask.refusal("InvalidExecutionInput", "Invalid State Machine Execution Input"));
    }

    private static ObjectNode object(String text) {
        return json(text) instanceof ObjectNode object ? object : Json.object();
    }
}
