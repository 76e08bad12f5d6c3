package com.lifeverse.local.workflow.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.language.Definition;
import com.lifeverse.local.workflow.language.ErrorNames;
import com.lifeverse.local.workflow.machine.Awaited;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Happening;
import com.lifeverse.local.workflow.machine.MapPlan;
import com.lifeverse.local.workflow.machine.Rehearsal;
import com.lifeverse.local.workflow.machine.Run;
import com.lifeverse.local.workflow.machine.Status;
import com.lifeverse.local.workflow.maprun.Batches;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Plays the children of a case's distributed Maps, one after the other in the order of their items, each with a rehearsal of its own: what they
 * enter counts as entered inside of their Map. Children that wait do so at the same time, which is no time of the parent's.
 */
final class CaseChildren {
    private final Definition definition;
    private final CaseFile play;
    private final Run parent;
    private final Rehearsal.Answers answers;
    private final Map<String, Integer> runs = new HashMap<>();
    private final Map<String, Deque<List<String>>> entered = new HashMap<>();
    private final List<String> ways = new ArrayList<>();

    CaseChildren(Definition definition, CaseFile play, Run parent, Rehearsal.Answers answers) {
        this.definition = definition;
        this.play = play;
        this.parent = parent;
        this.answers = answers;
    }

    /** What a run of the Map comes to. */
    Rehearsal.Answer play(Awaited.Children asked, BiFunction<Integer, JsonNode, JsonNode> inputs) {
        var path = new ArrayList<String>();
        var outputs = Json.array();
        long failed = 0;
        var given = new ArrayList<JsonNode>();
        items(asked).forEach(item -> given.add(inputs.apply(given.size(), item)));
        var all = Batches.of(given.iterator(), Optional.ofNullable(asked.plan().batcher()));
        while (all.hasNext()) {
            var ended = play(asked.state(), all.next(), path);
            if (ended.isPresent()) {
                outputs.add(ended.get());
            } else {
                failed++;
            }
        }
        entered.computeIfAbsent(asked.state(), _ -> new ArrayDeque<>()).add(path);
        return Rehearsal.Answer.now(outcome(asked, failed, outputs));
    }

    private Happening outcome(Awaited.Children asked, long failed, JsonNode outputs) {
        if (failed > tolerated(asked.plan())) {
            var why = new Failure(ErrorNames.TOLERANCE, "The specified tolerated failure threshold was exceeded");
            return new Happening.Failed(asked.strand(), asked.attempt(), why);
        }
        return new Happening.Completed(asked.strand(), asked.attempt(), result(asked, outputs));
    }

    private static long tolerated(MapPlan plan) {
        var count = plan.toleratedCount();
        return count == null ? 0 : count;
    }

    private static JsonNode result(Awaited.Children asked, JsonNode outputs) {
        var writer = asked.plan().writer();
        if (writer == null) {
            return outputs;
        }
        var result = Json.object().put("MapRunArn", asked.runArn());
        result.putObject("ResultWriterDetails")
                .put("Bucket", writer.at("/Arguments/Bucket").asText())
                .put("Key", writer.at("/Arguments/Prefix").asText() + "/manifest.json");
        return result;
    }

    /** Those of the state, or what the case says that its reader reads this time. */
    private Stream<JsonNode> items(Awaited.Children asked) {
        int run = runs.merge(asked.state(), 1, Integer::sum) - 1;
        var items = asked.items()
                .orElseGet(() ->
                        play.items().getOrDefault(asked.state(), Json.array()).path(run));
        return StreamSupport.stream(items.spliterator(), false);
    }

    /** The output of a child; empty if it failed. */
    private Optional<JsonNode> play(String map, JsonNode input, List<String> path) {
        var child = new Run(
                parent.arn() + "/" + map,
                parent.name(),
                parent.machineArn(),
                parent.machineName(),
                parent.roleArn(),
                input,
                play.start(),
                null,
                false);
        var inside = definition.within(definition.processor(map));
        var played = new Rehearsal(inside, child, Chance.longestDelays(new Random(0)), answers).play();
        played.history().stream()
                .filter(event -> event.type().endsWith("StateEntered"))
                .map(event ->
                        event.details().at("/stateEnteredEventDetails/name").asText())
                .forEach(path::add);
        ways.addAll(played.ways());
        var end = played.ending();
        return end == null || end.status() != Status.SUCCEEDED ? Optional.empty() : Optional.ofNullable(end.output());
    }

    /** A state that was entered; after a Map that children ran, what these entered. */
    Stream<String> entered(String state) {
        var inside = entered.getOrDefault(state, new ArrayDeque<>()).poll();
        return inside == null ? Stream.of(state) : Stream.concat(Stream.of(state), inside.stream());
    }

    /** The ways that children took. */
    List<String> ways() {
        return List.copyOf(ways);
    }
}
