package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.ErrorNames;
import com.lifeverse.local.workflow.language.EvaluationFailure;
import com.lifeverse.local.workflow.language.Evaluator;
import com.lifeverse.local.workflow.language.Scope;
import com.lifeverse.local.workflow.language.Shaping;
import com.lifeverse.local.workflow.language.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A strand that moves in one step. */
final class Walker {
    private final Turn turn;
    private final Strand before;
    private boolean moved;
    private Stage stage;
    private ObjectNode variables;
    private long pointer;

    Walker(Turn turn, Strand before) {
        this(turn, before, false);
    }

    private Walker(Turn turn, Strand before, boolean isNew) {
        this.turn = turn;
        this.before = before;
        this.moved = isNew;
        this.stage = before.stage();
        this.variables = before.variables();
        this.pointer = before.pointer();
    }

    /** A strand that has never been before. */
    static Walker of(Turn turn, long id, Strand.Origin origin, long pointer) {
        return new Walker(turn, new Strand(id, 0, new Stage.Starting(), Json.object(), pointer, origin), true);
    }

    /** The strand as it is now, if that is not as it was. */
    Optional<Strand> changed() {
        return !moved
                ? Optional.empty()
                : Optional.of(new Strand(before.id(), before.turn() + 1, stage, variables, pointer, before.origin()));
    }

    Turn turn() {
        return turn;
    }

    long id() {
        return before.id();
    }

    Stage stage() {
        return stage;
    }

    Strand.@Nullable Origin origin() {
        return before.origin();
    }

    boolean isChildOf(long parent) {
        var origin = before.origin();
        return origin != null && origin.parent() == parent;
    }

    long pointer() {
        return pointer;
    }

    /** Lets the next event point there. */
    void pointTo(long event) {
        moved = true;
        pointer = event;
    }

    void stand(Stage next) {
        moved = true;
        stage = next;
    }

    /** Writes an event after the one before it. */
    void write(String type, String detailsName, ObjectNode details) {
        pointTo(turn.journal().write(pointer, type, Journal.named(detailsName, details)));
    }

    /** Writes an event that has no details. */
    void write(String type) {
        pointTo(turn.journal().write(pointer, type, Json.object()));
    }

    /** Writes an event to which the next one does not point, and returns its id. */
    long aside(String type, ObjectNode details) {
        return turn.journal().write(pointer, type, details);
    }

    void start() {
        var run = turn.run();
        write(
                "ExecutionStarted",
                "executionStartedEventDetails",
                Journal.valued("input", run.input()).put("roleArn", run.roleArn()));
        // The state entered first points to 0, as if the execution's start had not been written.
        pointer = 0;
        stage = new Stage.Ready(turn.definition().root().startAt(), run.input());
    }

    Stage.Entered enter(State state, JsonNode input) {
        long predecessor = pointer;
        var details = Journal.valued("input", input).put("name", state.name());
        write(state.kind() + "StateEntered", "stateEnteredEventDetails", details);
        return new Stage.Entered(state.name(), input, pointer, predecessor, turn.now());
    }

    /** What the expressions of the state see. */
    Scope scope(Stage.Entered at, int retryCount) {
        return scope(at, () -> context(at, retryCount));
    }

    Scope scope(Stage.Entered at, Supplier<JsonNode> context) {
        var states = new LinkedHashMap<String, Supplier<JsonNode>>();
        states.put("input", at::input);
        states.put("context", context);
        return new Scope(states, scopes(), turn.now(), turn.chance());
    }

    /** The context object; inside a Map it tells of the item. */
    ObjectNode context(Stage.Entered at, int retryCount) {
        var context = turn.run().context(at, retryCount, turn.redrives(), turn.redrivenAt());
        var origin = before.origin();
        if (origin != null && turn.walker(origin.parent()).stage() instanceof Stage.Iterating) {
            var value = turn.kept(Slot.item(origin.parent(), origin.index()));
            context.set("Map", item(origin.index(), value, MapPlan.STATE_DATA));
        }
        return context;
    }

    /** What the context object tells of an item, and of where it comes from. */
    static ObjectNode item(int index, JsonNode value, String source) {
        var map = Json.object();
        map.putObject("Item").put("Index", index).put("Source", source).set("Value", value);
        return map;
    }

    private List<ObjectNode> scopes() {
        var scopes = new ArrayList<ObjectNode>(List.of(variables));
        for (var origin = before.origin(); origin != null; ) {
            var parent = turn.walker(origin.parent());
            scopes.add(parent.variables);
            origin = parent.before.origin();
        }
        return scopes;
    }

    Evaluator evaluator(Scope scope) {
        return new Evaluator(turn.definition().expressions(), scope);
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
        if (Sizes.tooLarge(output) || assigned.filter(this::tooMuchToKnow).isPresent()) {
            fail(Sizes.failure(state));
            return;
        }
        var details = Journal.valued("output", output).put("name", state.name());
        assigned.ifPresent(values -> assign(values, details));
        write(state.kind() + "StateExited", "stateExitedEventDetails", details);
        if (next.isPresent()) {
            stage = new Stage.Ready(next.get(), output);
        } else {
            finish(output);
        }
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

    private void finish(JsonNode output) {
        if (before.origin() == null) {
            write("ExecutionSucceeded", "executionSucceededEventDetails", Journal.valued("output", output));
            turn.finish(new Ending(Status.SUCCEEDED, output, null, turn.now()));
            turn.end(this);
        } else {
            Children.ended(this, before.origin(), output);
        }
    }

    /** Fails for good: the execution ends, or the state that the strand came from fails. */
    void fail(Failure failure) {
        if (before.origin() == null) {
            end(Status.FAILED, "ExecutionFailed", "executionFailedEventDetails", failure);
        } else {
            Children.failed(this, before.origin(), failure);
        }
    }

    /** Ends the execution. */
    void end(Status status, String event, String detailsName, Failure failure) {
        write(event, detailsName, failure.details());
        turn.finish(new Ending(status, null, failure, turn.now()));
    }

    /** Tells of a failed evaluation and gives the failure that it is. */
    Failure evaluationFailed(Stage.Entered at, EvaluationFailure e, long previous) {
        var failure = new Failure(ErrorNames.QUERY, at.prefix() + e.reason());
        var details = failure.details();
        if (!e.field().isEmpty()) {
            details.put("location", e.field());
        }
        details.put("state", at.state());
        pointer = previous;
        write("EvaluationFailed", "evaluationFailedEventDetails", details);
        return failure;
    }

    /** True if a variable is too large, or all that can be seen here would be. */
    private boolean tooMuchToKnow(JsonNode values) {
        long all = scopes().stream().mapToLong(Json::bytes).sum() + Json.bytes(values);
        return all > Limits.VARIABLES_BYTES
                || values.properties().stream().map(Map.Entry::getValue).anyMatch(Sizes::tooLarge);
    }
}
