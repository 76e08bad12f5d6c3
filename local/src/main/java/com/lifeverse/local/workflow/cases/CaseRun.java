package com.lifeverse.local.workflow.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.language.Definition;
import com.lifeverse.local.workflow.machine.Awaited;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Happening;
import com.lifeverse.local.workflow.machine.HistoryEvent;
import com.lifeverse.local.workflow.machine.Interpreter;
import com.lifeverse.local.workflow.machine.Progress;
import com.lifeverse.local.workflow.machine.Run;
import com.lifeverse.local.workflow.machine.Stage;
import com.lifeverse.local.workflow.machine.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Plays one case: virtual time, and replies instead of services. */
final class CaseRun {
    private final CaseFile play;
    private final Run run;
    private final Interpreter interpreter;
    private final Map<String, Integer> taken = new HashMap<>();
    private final List<HistoryEvent> history = new ArrayList<>();
    private final List<String> ways = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();
    private Progress progress = Progress.accepted();
    private Instant now;
    private boolean stuck;

    CaseRun(String machine, Definition definition, CaseFile play) {
        this.play = play;
        this.now = play.start();
        this.run = new Run(
                Cloud.arn("states", "execution:" + machine + ":case"),
                "case",
                Cloud.arn("states", "stateMachine:" + machine),
                machine,
                Cloud.globalArn("iam", "role/" + machine),
                play.input(),
                now,
                definition.timeout().map(now::plus).orElse(null));
        this.interpreter = new Interpreter(definition, run, Chance.longestDelays(new Random(0)));
    }

    /** Plays to the end, or to the first task that the case has no reply for. */
    Trace play() {
        Optional<Happening> happening = next();
        while (happening.isPresent()) {
            var step = interpreter.step(progress, happening.get(), now);
            progress = step.progress();
            history.addAll(step.events());
            ways.addAll(step.ways());
            happening = next();
        }
        play.tasks().forEach((state, replies) -> {
            for (int i = taken.getOrDefault(state, 0); i < replies.size(); i++) {
                differences.add(new Difference("/tasks/" + state + "/" + i, "taken", "left over"));
            }
        });
        return trace();
    }

    List<Difference> differences() {
        return differences;
    }

    private Optional<Happening> next() {
        var awaits = progress.awaits();
        for (var awaited : awaits) {
            var happening = switch (awaited) {
                case Awaited.Step step -> Optional.<Happening>of(new Happening.Proceed(step.turn()));
                case Awaited.Alarm alarm -> Optional.of(alarm(alarm));
                case Awaited.Reply asked -> reply(asked);
            };
            if (happening.isPresent() || stuck) {
                return happening;
            }
        }
        if (!awaits.isEmpty()) {
            return expiry();
        }
        return Optional.empty();
    }

    private Happening alarm(Awaited.Alarm alarm) {
        var deadline = run.deadline();
        if (deadline != null && deadline.isBefore(alarm.at())) {
            now = deadline;
            return new Happening.Expired();
        }
        now = now.isBefore(alarm.at()) ? alarm.at() : now;
        return new Happening.Alarm(alarm.turn());
    }

    private Optional<Happening> expiry() {
        var deadline = run.deadline();
        if (deadline == null) {
            differences.add(new Difference("/tasks", "an end", "a task without time-out hangs for ever"));
            return Optional.empty();
        }
        now = deadline;
        return Optional.of(new Happening.Expired());
    }

    /** The case's reply; empty if the task hangs, or if there is none, which is a difference. */
    private Optional<Happening> reply(Awaited.Reply asked) {
        int attempt = taken.merge(asked.state(), 1, Integer::sum) - 1;
        var pointer = "/tasks/" + asked.state() + "/" + attempt;
        var replies = play.tasks().getOrDefault(asked.state(), List.of());
        if (attempt >= replies.size()) {
            stuck = true;
            differences.add(new Difference(pointer, "no such attempt", "asked with " + Json.text(asked.arguments())));
            return Optional.empty();
        }
        var reply = replies.get(attempt);
        reply.arguments()
                .filter(expected -> !Json.same(expected, asked.arguments()))
                .ifPresent(expected -> differ(pointer + "/arguments", expected, asked.arguments()));
        return switch (reply.outcome()) {
            case CaseFile.Outcome.Success success -> Optional.of(new Happening.Replied(asked.turn(), success.output()));
            case CaseFile.Outcome.Failing failing ->
                Optional.of(new Happening.Failed(asked.turn(), new Failure(failing.error(), failing.cause())));
            case CaseFile.Outcome.Hang() -> Optional.empty();
        };
    }

    private void differ(String pointer, JsonNode expected, JsonNode actual) {
        differences.add(new Difference(pointer, Json.text(expected), Json.text(actual)));
    }

    private Trace trace() {
        var entered = history.stream()
                .filter(event -> event.type().endsWith("StateEntered"))
                .map(event ->
                        event.details().at("/stateEnteredEventDetails/name").asText())
                .toList();
        var finished = progress.stage() instanceof Stage.Finished end
                ? end
                : new Stage.Finished(Status.RUNNING, null, null, now);
        return new Trace(
                finished.status(),
                entered,
                history.stream().map(HistoryEvent::type).toList(),
                ways,
                finished.output(),
                finished.failure(),
                Duration.between(play.start(), now));
    }
}
