package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.EvaluationFailure;
import com.lifeverse.local.workflow.language.Evaluator;
import com.lifeverse.local.workflow.language.State;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The rules of Map states. */
final class Iterations {
    private Iterations() {}

    static void begin(Walker walker, Stage.Entered at, Stage.Tries tries) {
        var state = state(walker, at);
        try {
            var evaluator = walker.evaluator(walker.scope(at, tries.total()));
            var plan = plan(evaluator, state);
            if (state.distribution().isPresent()) {
                distribute(walker, at, tries, state, evaluator, plan);
            } else {
                iterate(walker, at, tries, items(evaluator, state, at), plan);
            }
        } catch (EvaluationFailure e) {
            walker.turn().clear(walker);
            walker.stand(new Stage.Failed(at));
            Recovery.recover(walker, at, tries, walker.evaluationFailed(at, e, at.predecessor()));
        }
    }

    private static ArrayNode items(Evaluator evaluator, State.Map state, Stage.Entered at) {
        if (state.spread().items().isPresent()) {
            return evaluator.list(state.spread().items().get(), "Items");
        }
        if (at.input() instanceof ArrayNode list) {
            return list;
        }
        throw new EvaluationFailure("", "Map state input must be an array but was: " + Json.text(at.input()));
    }

    private static MapPlan plan(Evaluator evaluator, State.Map state) {
        var spread = state.spread();
        var concurrency = spread.maxConcurrency()
                .map(template -> evaluator.count(template, "MaxConcurrency"))
                .orElse(0L);
        var count = spread.toleratedCount()
                .map(template -> evaluator.count(template, "ToleratedFailureCount"))
                .orElse(null);
        var percentage = spread.toleratedPercentage()
                .map(template -> evaluator.percentage(template, "ToleratedFailurePercentage"))
                .orElse(null);
        return new MapPlan((int) Math.min(Integer.MAX_VALUE, concurrency), count, percentage, null, null, null);
    }

    private static void iterate(Walker walker, Stage.Entered at, Stage.Tries tries, ArrayNode items, MapPlan plan) {
        var turn = walker.turn();
        int most = plan.concurrency() == 0
                ? Limits.INLINE_CONCURRENCY
                : Math.min(plan.concurrency(), Limits.INLINE_CONCURRENCY);
        walker.write(
                "MapStateStarted", "mapStateStartedEventDetails", Json.object().put("length", items.size()));
        turn.keep(Slot.input(walker.id()), at.input());
        for (int i = 0; i < items.size(); i++) {
            turn.keep(Slot.item(walker.id(), i), items.get(i));
        }
        walker.stand(new Stage.Iterating(at.withoutInput(), tries, items.size(), 0, 0, most));
        if (items.isEmpty()) {
            succeeded(walker);
        }
        for (int i = 0; i < Math.min(most, items.size()); i++) {
            next(walker, at, walker.pointer());
        }
    }

    /** Begins the next iteration, pointing to what made place for it. */
    private static void next(Walker walker, Stage.Entered at, long pointer) {
        if (!(walker.stage() instanceof Stage.Iterating stage)) {
            return;
        }
        var turn = walker.turn();
        var state = state(walker, at);
        int index = stage.next();
        var item = turn.kept(Slot.item(walker.id(), index));
        var input = state.spread()
                .selector()
                .map(selector -> selected(walker, at, stage.tries(), selector, index, item, MapPlan.STATE_DATA))
                .orElse(item);
        var details = Json.object().put("index", index).put("name", at.state());
        long started = turn.journal()
                .write(pointer, "MapIterationStarted", Journal.named("mapIterationStartedEventDetails", details));
        walker.stand(new Stage.Iterating(
                stage.at(), stage.tries(), stage.length(), index + 1, stage.done(), stage.concurrency()));
        turn.begin(walker, index, state.processor(), input, started);
    }

    private static JsonNode selected(
            Walker walker,
            Stage.Entered at,
            Stage.Tries tries,
            JsonNode selector,
            int index,
            JsonNode item,
            String source) {
        var scope = walker.scope(at, () -> {
            var context = walker.context(at, tries.total());
            context.set("Map", Walker.item(index, item, source));
            return context;
        });
        return walker.evaluator(scope).value(selector, "ItemSelector");
    }

    /** What an item of a distributed Map becomes for its child. */
    static JsonNode childInput(Walker walker, int index, JsonNode item) {
        if (!(walker.stage() instanceof Stage.Distributing stage)) {
            return item;
        }
        return state(walker, stage.at())
                .spread()
                .selector()
                .map(selector -> selected(
                        walker,
                        stage.at(),
                        stage.tries(),
                        selector,
                        index,
                        item,
                        stage.plan().source()))
                .orElse(item);
    }

    static void ended(Walker walker, Stage.Iterating stage, Walker child, int index) {
        var details = Json.object().put("index", index).put("name", stage.at().state());
        long succeeded =
                child.aside("MapIterationSucceeded", Journal.named("mapIterationSucceededEventDetails", details));
        int done = stage.done() + 1;
        walker.stand(new Stage.Iterating(
                stage.at(), stage.tries(), stage.length(), stage.next(), done, stage.concurrency()));
        if (done == stage.length()) {
            walker.pointTo(succeeded);
            succeeded(walker);
        } else if (stage.next() < stage.length()) {
            var at = Recovery.whole(walker, stage.at());
            try {
                next(walker, at, child.pointer());
            } catch (EvaluationFailure e) {
                Recovery.recover(walker, at, stage.tries(), walker.evaluationFailed(at, e, child.pointer()));
            }
        }
    }

    private static void succeeded(Walker walker) {
        if (walker.stage() instanceof Stage.Iterating stage) {
            walker.aside("MapStateSucceeded", Json.object());
            collect(walker, stage.at(), stage.tries(), state(walker, stage.at()), stage.length());
        }
    }

    /** Leaves a state with the list of what came of its parts. */
    static void collect(Walker walker, Stage.Entered at, Stage.Tries tries, State.Retrying state, int count) {
        var whole = Recovery.whole(walker, at);
        var results = Json.array();
        for (int i = 0; i < count; i++) {
            results.add(walker.turn().kept(Slot.result(walker.id(), i)));
        }
        walker.turn().clear(walker);
        walker.stand(new Stage.Failed(whole));
        result(walker, whole, tries, state, results);
    }

    /** Leaves a state with its result. */
    static void result(Walker walker, Stage.Entered at, Stage.Tries tries, State.Retrying state, JsonNode result) {
        var scope = walker.scope(at, tries.total()).with("result", result);
        try {
            state.next().ifPresent(name -> walker.turn().way(state, "Next"));
            walker.leave(state, scope, state.shaping(), result, "", state.next());
        } catch (EvaluationFailure e) {
            Recovery.recover(walker, at, tries, walker.evaluationFailed(at, e, walker.pointer()));
        }
    }

    private static void distribute(
            Walker walker, Stage.Entered at, Stage.Tries tries, State.Map state, Evaluator evaluator, MapPlan plan) {
        var distribution = state.distribution().orElseThrow();
        var reader = distribution.reader().map(each -> evaluator.value(each, "ItemReader"));
        var items = reader.isPresent() ? null : items(evaluator, state, at);
        var whole = new MapPlan(
                plan.concurrency(),
                plan.toleratedCount(),
                plan.toleratedPercentage(),
                reader.orElse(null),
                distribution
                        .batcher()
                        .map(each -> evaluator.value(each, "ItemBatcher"))
                        .orElse(null),
                distribution
                        .writer()
                        .map(each -> evaluator.value(each, "ResultWriter"))
                        .orElse(null));
        var run = walker.turn().run();
        int length = items == null ? 0 : items.size();
        walker.write(
                "MapStateStarted", "mapStateStartedEventDetails", Json.object().put("length", length));
        long attempt = walker.turn().journal().last() + 1;
        var id = UUID.nameUUIDFromBytes((run.arn() + "#" + attempt).getBytes(StandardCharsets.UTF_8));
        var arn = run.machineArn().replace(":stateMachine:", ":mapRun:") + "/" + distribution.label() + ":" + id;
        walker.write("MapRunStarted", "mapRunStartedEventDetails", Json.object().put("mapRunArn", arn));
        walker.stand(new Stage.Distributing(at, tries, attempt, arn, 0, items, whole));
    }

    /** The child executions of a distributed Map are over, and well enough. */
    static void distributed(Walker walker, Stage.Distributing stage, JsonNode result) {
        walker.aside("MapRunSucceeded", Json.object());
        walker.aside("MapStateSucceeded", Json.object());
        result(walker, stage.at(), stage.tries(), state(walker, stage.at()), result);
    }

    /** The child executions of a distributed Map failed, or cannot be made. */
    static void distributionFailed(Walker walker, Stage.Distributing stage, Failure failure) {
        walker.write("MapRunFailed", "mapRunFailedEventDetails", failure.details());
        Recovery.recover(walker, stage.at(), stage.tries(), failure);
    }

    private static State.Map state(Walker walker, Stage.Entered at) {
        if (walker.turn().state(at.state()) instanceof State.Map map) {
            return map;
        }
        throw new IllegalStateException("Only a Map has iterations, not " + at.state());
    }
}
