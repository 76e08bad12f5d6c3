package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.ErrorNames;
import com.lifeverse.local.workflow.language.EvaluationFailure;
import com.lifeverse.local.workflow.language.State;
import com.lifeverse.local.workflow.request.Requests;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of Task states: scheduling, submission, completion, time-outs and heartbeats. */
final class Tasks {
    private Tasks() {}

    /** Gives the task to its integration. */
    static void schedule(Walker walker, Stage.Entered at, Stage.Tries tries) {
        var task = task(walker, at);
        var turn = walker.turn();
        long attempt = turn.journal().last() + 1;
        var resource = Resource.of(task.resource());
        var scope = walker.scope(at, () -> {
            var context = walker.context(at, tries.total());
            if (resource.awaitsToken()) {
                context.putObject("Task").put("Token", new TaskToken(turn.run().arn(), walker.id(), attempt).text());
            }
            return context;
        });
        var evaluator = walker.evaluator(scope);
        try {
            var arguments = task.arguments()
                    .map(template -> evaluator.value(template, "Arguments"))
                    .orElse(at.input());
            var timeout = task.timeoutSeconds()
                    .map(template -> evaluator.positive(template, "TimeoutSeconds"))
                    .orElse(null);
            var heartbeat = task.heartbeatSeconds()
                    .map(template -> evaluator.positive(template, "HeartbeatSeconds"))
                    .orElse(null);
            if (Sizes.tooLarge(arguments)) {
                walker.fail(Sizes.failure(task));
                return;
            }
            var faults = Requests.faults(task.resource(), arguments);
            if (!faults.isEmpty()) {
                walker.fail(unusable(at, arguments, faults));
                return;
            }
            resource.scheduled(walker, arguments, timeout, heartbeat);
            var limits = Stage.TimeLimits.from(timeout, heartbeat, turn.now());
            walker.stand(new Stage.Working(at, task.resource(), arguments, tries, attempt, limits, null));
        } catch (EvaluationFailure e) {
            boolean first = walker.pointer() == at.eventId();
            long previous = first ? at.predecessor() : walker.pointer();
            Recovery.recover(walker, at, tries, walker.evaluationFailed(at, e, previous));
        }
    }

    /** AWS calls arguments by the name that they have in its other language. */
    private static Failure unusable(Stage.Entered at, JsonNode arguments, List<String> faults) {
        return new Failure(
                ErrorNames.RUNTIME,
                "%sThe Parameters '%s' could not be used to start the Task: [%s]"
                        .formatted(at.prefix(), Json.text(arguments), String.join(", ", faults)));
    }

    /** The same attempt once more, because nobody knows what became of it. What was submitted goes on by itself. */
    static void beginAnew(Walker walker, Stage.Working working) {
        if (working.submitted() == null) {
            stand(walker, working, working.limits().anew(walker.turn().now()), null);
        }
    }

    /** The integration has answered. */
    static void replied(Walker walker, Stage.Working working, JsonNode output) {
        var resource = Resource.of(working.resource());
        if (!resource.awaitsCompletion() && !resource.awaitsToken()) {
            completed(walker, working, output);
        } else if (working.submitted() == null) {
            resource.submitted(walker, output);
            stand(walker, working, working.limits(), output);
        }
    }

    static void completed(Walker walker, Stage.Working working, JsonNode output) {
        var at = working.at();
        var task = task(walker, at);
        if (Sizes.tooLarge(output)) {
            failed(walker, working, Sizes.failure(task));
            return;
        }
        Resource.of(working.resource()).succeeded(walker, output);
        Iterations.result(walker, at, working.tries(), task, output);
    }

    static void failed(Walker walker, Stage.Working working, Failure failure) {
        Resource.of(working.resource()).failed(walker, failure);
        Recovery.recover(walker, working.at(), working.tries(), failure);
    }

    static void beat(Walker walker, Stage.Working working) {
        stand(walker, working, working.limits().beat(walker.turn().now()), working.submitted());
    }

    /** The first of the attempt's limits is over. */
    static void timedOut(Walker walker, Stage.Working working) {
        var deadline = working.limits().deadline();
        boolean whole = deadline != null && !deadline.isAfter(walker.turn().now());
        var failure = new Failure(whole ? ErrorNames.TIMEOUT : ErrorNames.HEARTBEAT_TIMEOUT, null);
        Resource.of(working.resource()).timedOut(walker, failure);
        Recovery.recover(walker, working.at(), working.tries(), failure);
    }

    private static void stand(
            Walker walker, Stage.Working working, Stage.TimeLimits limits, @Nullable JsonNode submitted) {
        walker.stand(new Stage.Working(
                working.at(),
                working.resource(),
                working.arguments(),
                working.tries(),
                working.attempt(),
                limits,
                submitted));
    }

    private static State.Task task(Walker walker, Stage.Entered at) {
        if (walker.turn().state(at.state()) instanceof State.Task task) {
            return task;
        }
        throw new IllegalStateException("Only a Task can be worked on, not " + at.state());
    }
}
