package com.lifeverse.local.workflow.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.language.Definition;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Happening;
import com.lifeverse.local.workflow.machine.Interpreter;
import com.lifeverse.local.workflow.machine.Memory;
import com.lifeverse.local.workflow.machine.Run;
import com.lifeverse.local.workflow.machine.Stage;
import com.lifeverse.local.workflow.machine.Step;
import com.lifeverse.local.workflow.machine.Strand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Runs one state alone, as TestState does: entered with a given input and given variables, its service replaced by a mock.
 * Time does not pass: a Wait is over at once, and a retry is told of instead of made.
 */
public final class SingleState {
    /** What the service, or whatever else the state would run, comes to. */
    public sealed interface Mock {
        record Result(JsonNode value) implements Mock {}

        record Failing(Failure failure) implements Mock {}
    }

    /**
     * How the state is entered.
     *
     * @param mock empty for a state that calls nobody
     * @param retries how often each retrier has been used already
     */
    public record Entry(JsonNode input, ObjectNode variables, Optional<Mock> mock, int retries) {
        /** Entered for the first time, without variables. */
        public static Entry of(JsonNode input) {
            return new Entry(input, Json.object(), Optional.empty(), 0);
        }

        /** The same with a service that comes to this. */
        public Entry mocked(Mock by) {
            return new Entry(input, variables, Optional.of(by), retries);
        }

        /** The same with variables that earlier states assigned. */
        public Entry knowing(ObjectNode others) {
            return new Entry(input, others, mock, retries);
        }

        /** The same after so many retries. */
        public Entry retried(int times) {
            return new Entry(input, variables, mock, times);
        }
    }

    private final Definition definition;
    private final String name;
    private final Entry entry;
    private final Instant now;
    private final Memory scene;
    private final Interpreter interpreter;
    private final List<String> ways = new ArrayList<>();
    private Optional<JsonNode> arguments = Optional.empty();
    private Optional<JsonNode> result = Optional.empty();

    private SingleState(Definition definition, String name, Entry entry, Instant now) {
        this.definition = definition;
        this.name = name;
        this.entry = entry;
        this.now = now;
        this.scene = new Memory(new Strand(Strand.ROOT, 0, stage(), entry.variables(), 0, null));
        this.interpreter = new Interpreter(definition, run(entry.input(), now), Chance.longestDelays(new Random(0)));
    }

    /**
     * Runs a state.
     *
     * @param text of a single state, or of a machine that has a state of that name
     * @param now the moment at which the state is entered, and left again
     * @throws com.lifeverse.local.workflow.language.InvalidDefinition if it is neither
     * @throws IllegalArgumentException if the state calls somebody and there is no mock, or it is not there
     */
    public static StateAnswer run(String text, String name, Entry entry, Instant now) {
        return new SingleState(Alone.definition(text, name, entry.mock().isPresent()), name, entry, now).play();
    }

    private Stage stage() {
        // A state that was retried stands where the last retry would begin.
        return entry.retries() == 0
                ? new Stage.Ready(name, entry.input())
                : new Stage.BackingOff(
                        new Stage.Entered(name, entry.input(), 1, 0, now),
                        new Stage.Tries(Collections.nCopies(definition.retriers(name), entry.retries())),
                        now);
    }

    private static Run run(JsonNode input, Instant now) {
        return new Run(
                Cloud.arn("states", "express:test-state:alone"),
                "alone",
                Cloud.arn("states", "stateMachine:test-state"),
                "test-state",
                Cloud.globalArn("iam", "role/test-state"),
                input,
                now,
                null,
                true);
    }

    private StateAnswer play() {
        move(entry.retries() == 0 ? new Happening.Proceed(Strand.ROOT, 0) : new Happening.Alarm(Strand.ROOT, 0));
        for (var next = next(); next.isPresent(); next = next()) {
            move(next.get());
        }
        boolean caught = ways.stream().anyMatch(way -> way.startsWith(name + "/Catch"));
        return StateAnswer.of(scene, root(), new StateAnswer.Call(arguments, result), caught, told());
    }

    private void move(Happening happening) {
        Step step = interpreter.step(scene, happening, now);
        scene.apply(step);
        ways.addAll(step.ways());
    }

    /** What happens next to the state; empty when it is left, over, or to be tried again. */
    private Optional<Happening> next() {
        var strand = root();
        if (scene.progress().ending() != null || strand.isEmpty()) {
            return Optional.empty();
        }
        return switch (strand.get().stage()) {
            case Stage.Waiting _ ->
                Optional.of(new Happening.Alarm(Strand.ROOT, strand.get().turn()));
            case Stage.Working working -> {
                arguments = Optional.of(working.arguments());
                yield Optional.of(answer(working));
            }
            case Stage.Branching _, Stage.Iterating _, Stage.Distributing _ -> throw unmocked();
            case Stage.Starting _, Stage.Ready _, Stage.BackingOff _, Stage.Failed _ -> Optional.empty();
        };
    }

    private Happening answer(Stage.Working working) {
        return switch (entry.mock().orElseThrow(this::unmocked)) {
            case Mock.Result(var value) -> {
                result = Optional.of(value);
                yield new Happening.Completed(Strand.ROOT, working.attempt(), value);
            }
            case Mock.Failing(var failure) -> new Happening.Failed(Strand.ROOT, working.attempt(), failure);
        };
    }

    private Optional<Failure> told() {
        return entry.mock()
                .filter(Mock.Failing.class::isInstance)
                .map(Mock.Failing.class::cast)
                .map(Mock.Failing::failure);
    }

    private IllegalArgumentException unmocked() {
        return new IllegalArgumentException(
                name + " runs something else, and there is no mock that says what comes of it");
    }

    private Optional<Strand> root() {
        return scene.strand(Strand.ROOT);
    }
}
