package com.lifeverse.local.workflow.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.language.Definition;
import com.lifeverse.local.workflow.machine.Awaited;
import com.lifeverse.local.workflow.machine.Ending;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Happening;
import com.lifeverse.local.workflow.machine.HistoryEvent;
import com.lifeverse.local.workflow.machine.Rehearsal;
import com.lifeverse.local.workflow.machine.Run;
import com.lifeverse.local.workflow.machine.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;

/** Plays one case: virtual time, and replies instead of services. */
final class CaseRun implements Rehearsal.Answers {
    private final CaseFile play;
    private final Run run;
    private final Definition definition;
    private final Map<String, Integer> taken = new HashMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private final CaseChildren children;

    CaseRun(String machine, Definition definition, CaseFile play) {
        this.play = play;
        this.definition = definition;
        this.run = new Run(
                Cloud.arn("states", "execution:" + machine + ":case"),
                "case",
                Cloud.arn("states", "stateMachine:" + machine),
                machine,
                Cloud.globalArn("iam", "role/" + machine),
                play.input(),
                play.start(),
                definition.timeout().map(play.start()::plus).orElse(null),
                false);
        this.children = new CaseChildren(definition, play, run, this);
    }

    /** Plays to the end, or to where nothing more can happen. */
    Trace play() {
        var rehearsal = new Rehearsal(definition, run, Chance.longestDelays(new Random(0)), this);
        var played = rehearsal.play();
        if (played.ending() == null && differences.isEmpty()) {
            differences.add(new Difference("/tasks", "an end", "a task without time-out hangs for ever"));
        }
        play.tasks().forEach((state, replies) -> {
            for (int i = taken.getOrDefault(state, 0); i < replies.size(); i++) {
                differences.add(new Difference("/tasks/" + state + "/" + i, "taken", "left over"));
            }
        });
        return trace(played);
    }

    List<Difference> differences() {
        return differences;
    }

    /** The case's reply; empty if the task hangs, or if there is none, which is a difference. */
    @Override
    public Optional<Rehearsal.Answer> to(Awaited.Reply asked) {
        int attempt = taken.merge(asked.state(), 1, Integer::sum) - 1;
        var pointer = "/tasks/" + asked.state() + "/" + attempt;
        var replies = play.tasks().getOrDefault(asked.state(), List.of());
        if (attempt >= replies.size()) {
            differences.add(new Difference(pointer, "no such attempt", "asked with " + Json.text(asked.arguments())));
            return Optional.empty();
        }
        var reply = replies.get(attempt);
        reply.arguments()
                .filter(expected -> !Json.same(expected, asked.arguments()))
                .ifPresent(expected -> differ(pointer + "/arguments", expected, asked.arguments()));
        return happening(asked, reply.outcome()).map(Rehearsal.Answer::now);
    }

    // What a task gives back in the end, also where it only begins something: nobody else ends that in a case.
    private static Optional<Happening> happening(Awaited.Reply asked, CaseFile.Outcome outcome) {
        return switch (outcome) {
            case CaseFile.Outcome.Success success ->
                Optional.of(new Happening.Completed(asked.strand(), asked.attempt(), success.output()));
            case CaseFile.Outcome.Failing failing ->
                Optional.of(new Happening.Failed(
                        asked.strand(), asked.attempt(), new Failure(failing.error(), failing.cause())));
            case CaseFile.Outcome.Hang() -> Optional.empty();
        };
    }

    /** A distributed Map's children, played one after the other with the case's replies. */
    @Override
    public Optional<Rehearsal.Answer> to(Awaited.Children asked, BiFunction<Integer, JsonNode, JsonNode> inputs) {
        return Optional.of(children.play(asked, inputs));
    }

    private void differ(String pointer, JsonNode expected, JsonNode actual) {
        differences.add(new Difference(pointer, Json.text(expected), Json.text(actual)));
    }

    private Trace trace(Rehearsal.Played played) {
        var entered = played.history().stream()
                .filter(event -> event.type().endsWith("StateEntered"))
                .flatMap(event -> children.entered(
                        event.details().at("/stateEnteredEventDetails/name").asText()))
                .toList();
        var ways = new ArrayList<>(played.ways());
        ways.addAll(children.ways());
        var end = played.ending();
        var finished = end == null ? new Ending(Status.RUNNING, null, null, play.start()) : end;
        return new Trace(
                finished.status(),
                entered,
                played.history().stream().map(HistoryEvent::type).toList(),
                ways,
                finished.output(),
                finished.failure(),
                played.elapsed());
    }
}
