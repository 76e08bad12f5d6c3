package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.language.Definition;
import com.lifeverse.local.workflow.language.ErrorNames;
import com.lifeverse.local.workflow.language.EvaluationFailure;
import com.lifeverse.local.workflow.language.Evaluator;
import com.lifeverse.local.workflow.language.Scope;
import com.lifeverse.local.workflow.language.Shaping;
import com.lifeverse.local.workflow.language.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step in the making: starts from a progress, gathers events, ends as the next progress. */
final class Turn {
    private final Definition definition;
    private final Run run;
    private final Chance chance;
    private final Progress before;
    private final Instant now;
    private final Journal journal;
    private final List<String> ways = new ArrayList<>();
    private ObjectNode variables;
    private Stage stage;

    Turn(Definition definition, Run run, Chance chance, Progress before, Instant now) {
        this.definition = definition;
        this.run = run;
        this.chance = chance;
        this.before = before;
        this.now = now;
        this.journal = new Journal(before, now);
        this.variables = before.variables();
        this.stage = before.stage();
    }

    Step done() {
        if (journal.last() >= Limits.HISTORY_EVENTS && !(stage instanceof Stage.Finished)) {
            return tooLong();
        }
        var next = new Progress(stage, variables, before.turn() + 1, journal.last(), journal.pointer());
        return new Step(next, journal.events(), ways);
    }

    private Step tooLong() {
        var turn = new Turn(definition, run, chance, before, now);
        turn.fail(new Failure(
                ErrorNames.RUNTIME,
                "The execution reached the maximum number of history events (" + Limits.HISTORY_EVENTS + ")."));
        return turn.done();
    }

    Journal journal() {
        return journal;
    }

    Instant now() {
        return now;
    }

    Chance chance() {
        return chance;
    }

    State state(String name) {
        return definition.state(name);
    }

    void start() {
        var details = Journal.valued("input", run.input()).put("roleArn", run.roleArn());
        journal.writeStart(details);
        stage = new Stage.Ready(definition.startAt(), run.input());
    }

    Stage.Entered enter(State state, JsonNode input) {
        long predecessor = journal.pointer();
        var details = Journal.valued("input", input).put("name", state.name());
        journal.write(state.kind() + "StateEntered", "stateEnteredEventDetails", details);
        return new Stage.Entered(state.name(), input, journal.last(), predecessor, now);
    }

    /** What expressions of that state see. */
    Scope scope(Stage.Entered at, int retryCount) {
        var states = Json.object();
        states.set("input", at.input());
        states.set("context", run.context(at, retryCount));
        return new Scope(states, variables, now, chance);
    }

    Evaluator evaluator(Scope scope) {
        return new Evaluator(definition.expressions(), scope);
    }

    void standIn(Stage next) {
        stage = next;
    }

    /** Notes the way that is taken out of a state. */
    void way(State state, String path) {
        ways.add(state.name() + "/" + path);
    }

    /**
     * Leaves a state by shaping its result.
     *
     * @param fields how the shaping's place is named in errors: empty for the state's own
     */
    void leave(State state, Scope scope, Shaping shaping, JsonNode result, String fields, Optional<String> next) {
        var evaluator = evaluator(scope);
        var assigned = shaping.assign().map(template -> evaluator.value(template, fields + "Assign"));
        var output = shaping.output()
                .map(template -> evaluator.value(template, fields + "Output"))
                .orElse(result);
        if (tooLarge(output) || assigned.filter(this::anyTooLarge).isPresent()) {
            fail(dataLimit(state));
            return;
        }
        var details = Journal.valued("output", output).put("name", state.name());
        assigned.ifPresent(values -> assign(values, details));
        journal.write(state.kind() + "StateExited", "stateExitedEventDetails", details);
        stage = next.<Stage>map(name -> new Stage.Ready(name, output)).orElseGet(() -> succeeded(output));
    }

    private void assign(JsonNode values, ObjectNode details) {
        var more = variables.deepCopy();
        var told = details.putObject("assignedVariables");
        values.properties().forEach(value -> {
            more.set(value.getKey(), value.getValue());
            told.put(value.getKey(), Json.text(value.getValue()));
        });
        details.putObject("assignedVariablesDetails").put("truncated", false);
        variables = more;
    }

    private Stage succeeded(JsonNode output) {
        journal.write("ExecutionSucceeded", "executionSucceededEventDetails", Journal.valued("output", output));
        return new Stage.Finished(Status.SUCCEEDED, output, null, now);
    }

    /** Ends the execution in failure. */
    void fail(Failure failure) {
        journal.write("ExecutionFailed", "executionFailedEventDetails", failure.details());
        stage = new Stage.Finished(Status.FAILED, null, failure, now);
    }

    /** Ends the execution from outside. */
    void end(Status status, String event, String detailsName, Failure failure) {
        journal.write(event, detailsName, failure.details());
        stage = new Stage.Finished(status, null, failure, now);
    }

    /** Tells of a failed evaluation and gives the failure that it is. */
    Failure evaluationFailed(Stage.Entered at, EvaluationFailure e, long previous) {
        var failure = new Failure(ErrorNames.QUERY, prefix(at) + e.reason());
        var details = failure.details().put("location", e.field()).put("state", at.state());
        journal.writeAfter(previous, "EvaluationFailed", "evaluationFailedEventDetails", details);
        return failure;
    }

    static String prefix(Stage.Entered at) {
        return "An error occurred while executing the state '%s' (entered at the event id #%d). "
                .formatted(at.state(), at.eventId());
    }

    static Failure dataLimit(State state) {
        return new Failure(
                ErrorNames.DATA_LIMIT,
                "The state/task '%s' returned a result with a size exceeding the maximum number of bytes service limit."
                        .formatted(state.name()));
    }

    static boolean tooLarge(JsonNode value) {
        return Json.bytes(value) > Limits.PAYLOAD_BYTES;
    }

    private boolean anyTooLarge(JsonNode values) {
        return values.properties().stream().anyMatch(value -> tooLarge(value.getValue()));
    }
}
