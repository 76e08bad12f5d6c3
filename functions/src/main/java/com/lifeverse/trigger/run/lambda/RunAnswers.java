package com.lifeverse.trigger.run.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.ask.Question;
import com.lifeverse.trigger.run.aws.Masked;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.ListExecutionsResponse;

/** What staff are told of runs. */
final class RunAnswers {
    private static final int LONGEST = 16 * 1024;
    private static final List<String> FROM_THE_EVENT = List.of("id", "playerId", "correlationId", "hops", "causation");
    private static final List<String> FROM_THE_FIRING = List.of("trigger", "decisionId", "occurrence", "tier");

    private RunAnswers() {}

    static ObjectNode list(ListExecutionsResponse page) {
        var answer = Json.object();
        var runs = answer.putArray("runs");
        page.executions().forEach(run -> runs.add(brief(run.name(), run.status(), run.startDate(), run.stopDate())));
        Optional.ofNullable(page.nextToken()).ifPresent(token -> answer.put("cursor", token));
        return answer;
    }

    static ObjectNode whole(DescribeExecutionResponse run, List<HistoryEvent> history) {
        var answer = brief(run.name(), run.status(), run.startDate(), run.stopDate())
                .put(
                        "version",
                        last(Optional.ofNullable(run.stateMachineVersionArn()).orElse("")))
                .put("redrives", Optional.ofNullable(run.redriveCount()).orElse(0));
        answer.set("input", Masked.of(run.input(), LONGEST));
        Optional.ofNullable(run.output()).ifPresent(output -> answer.set("output", Masked.of(output, LONGEST)));
        Optional.ofNullable(run.error()).ifPresent(error -> answer.put("error", error));
        Optional.ofNullable(run.cause()).ifPresent(cause -> answer.set("cause", Masked.of(cause, LONGEST)));
        answer.set("causedBy", cause(Masked.of(run.input())));
        answer.set("progress", progress(history));
        var steps = answer.putArray("history");
        history.forEach(event -> {
            var step = steps.addObject().put("at", event.timestamp().toString()).put("type", event.typeAsString());
            state(event).ifPresent(name -> step.put("state", name));
        });
        return answer;
    }

    /** What it waits for a person to say; never the token by which it is told. */
    static void asks(ObjectNode answer, Question question) {
        if (question.answer().isEmpty()) {
            question.answers().forEach(answer.putArray("asks")::add);
        }
    }

    /** From the event that fired over the trigger and its decision to this run, as trigger-effects writes it into the input. */
    private static ObjectNode cause(JsonNode input) {
        var cause = Json.object();
        copy(input.path("event"), FROM_THE_EVENT, cause);
        copy(input.path("firing"), FROM_THE_FIRING, cause);
        return cause;
    }

    private static void copy(JsonNode from, List<String> names, ObjectNode to) {
        names.stream().filter(from::has).forEach(name -> to.set(name, from.path(name)));
    }

    private static ObjectNode progress(List<HistoryEvent> history) {
        var progress = Json.object();
        history.stream()
                .filter(event -> event.typeAsString().endsWith("StateEntered"))
                .findFirst()
                .flatMap(RunAnswers::state)
                .ifPresent(name -> progress.put("state", name));
        history.stream().map(HistoryEvent::id).max(Long::compare).ifPresent(id -> progress.put("steps", id));
        return progress;
    }

    private static Optional<String> state(HistoryEvent event) {
        return Optional.ofNullable(event.stateEnteredEventDetails())
                .map(details -> details.name())
                .or(() -> Optional.ofNullable(event.stateExitedEventDetails()).map(details -> details.name()));
    }

    private static ObjectNode brief(String name, ExecutionStatus status, Instant start, @Nullable Instant stop) {
        var run = Json.object()
                .put("run", name)
                .put("status", status.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("startedAt", start.toString());
        if (stop != null) {
            run.put("endedAt", stop.toString());
        }
        return run;
    }

    private static String last(String arn) {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }
}
