package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.workflow.language.Catcher;
import com.lifeverse.local.workflow.language.ErrorNames;
import com.lifeverse.local.workflow.language.EvaluationFailure;
import com.lifeverse.local.workflow.language.State;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of Task states: scheduling, time-outs, retries and catches. */
final class Tasks {
    private Tasks() {}

    /** No retrier used yet. */
    static Stage.Tries none(State.Task task) {
        return new Stage.Tries(Collections.nCopies(task.retriers().size(), 0));
    }

    /** Gives the task to its integration. */
    static void schedule(Turn turn, Stage.Entered at, Stage.Tries tries) {
        var task = task(turn, at);
        var evaluator = turn.evaluator(turn.scope(at, tries.total()));
        try {
            var arguments = task.arguments()
                    .map(template -> evaluator.value(template, "Arguments"))
                    .orElse(at.input());
            var timeout = task.timeoutSeconds()
                    .map(template -> evaluator.count(template, "TimeoutSeconds"))
                    .orElse(null);
            var heartbeat = task.heartbeatSeconds()
                    .map(template -> evaluator.count(template, "HeartbeatSeconds"))
                    .orElse(null);
            if (Turn.tooLarge(arguments)) {
                turn.fail(Turn.dataLimit(task));
                return;
            }
            Resource.of(task.resource()).scheduled(turn.journal(), arguments, timeout, heartbeat);
            work(turn, at, task.resource(), arguments, tries, timeout);
        } catch (EvaluationFailure e) {
            boolean first = turn.journal().pointer() == at.eventId();
            long previous = first ? at.predecessor() : turn.journal().pointer();
            recover(turn, at, tries, turn.evaluationFailed(at, e, previous));
        }
    }

    /** The same attempt once more, because nobody knows what became of it. */
    static void beginAnew(Turn turn, Stage.Working working) {
        work(turn, working.at(), working.resource(), working.arguments(), working.tries(), working.limitSeconds());
    }

    private static void work(
            Turn turn,
            Stage.Entered at,
            String resource,
            JsonNode arguments,
            Stage.Tries tries,
            @Nullable Long timeout) {
        var deadline = timeout == null ? null : turn.now().plusSeconds(timeout);
        turn.standIn(new Stage.Working(at, resource, arguments, tries, timeout, deadline));
    }

    static void replied(Turn turn, Stage.Working working, JsonNode output) {
        var at = working.at();
        var task = task(turn, at);
        if (Turn.tooLarge(output)) {
            failed(turn, working, Turn.dataLimit(task));
            return;
        }
        Resource.of(working.resource()).succeeded(turn.journal(), output);
        var scope = turn.scope(at, working.tries().total()).with("result", output);
        try {
            turn.leave(task, scope, task.shaping(), output, "", task.next());
            task.next().ifPresent(name -> turn.way(task, "Next"));
        } catch (EvaluationFailure e) {
            var failure = turn.evaluationFailed(at, e, turn.journal().pointer());
            recover(turn, at, working.tries(), failure);
        }
    }

    static void failed(Turn turn, Stage.Working working, Failure failure) {
        Resource.of(working.resource()).failed(turn.journal(), failure);
        recover(turn, working.at(), working.tries(), failure);
    }

    static void timedOut(Turn turn, Stage.Working working) {
        var failure = new Failure(ErrorNames.TIMEOUT, null);
        Resource.of(working.resource()).timedOut(turn.journal(), failure);
        recover(turn, working.at(), working.tries(), failure);
    }

    /** Tries again, or goes to a catcher, or fails; only the first retrier that means the error counts. */
    private static void recover(Turn turn, Stage.Entered at, Stage.Tries tries, Failure failure) {
        var task = task(turn, at);
        var error = String.valueOf(failure.error());
        for (int i = 0; i < task.retriers().size(); i++) {
            var retrier = task.retriers().get(i);
            if (retrier.errors().match(error)) {
                int used = tries.used().get(i);
                if (used < retrier.maxAttempts()) {
                    var until = turn.now().plus(retrier.delay(used, turn.chance()));
                    turn.standIn(new Stage.BackingOff(at, used(tries, i), until));
                    return;
                }
                break;
            }
        }
        task.catchers().stream()
                .filter(catcher -> catcher.errors().match(error))
                .findFirst()
                .ifPresentOrElse(catcher -> caught(turn, at, tries, task, catcher, failure), () -> turn.fail(failure));
    }

    private static Stage.Tries used(Stage.Tries tries, int index) {
        var used = new ArrayList<>(tries.used());
        used.set(index, used.get(index) + 1);
        return new Stage.Tries(used);
    }

    private static void caught(
            Turn turn, Stage.Entered at, Stage.Tries tries, State.Task task, Catcher catcher, Failure failure) {
        var errorOutput = failure.errorOutput();
        var scope = turn.scope(at, tries.total()).with("errorOutput", errorOutput);
        try {
            turn.leave(task, scope, catcher.shaping(), errorOutput, catcher.path() + "/", Optional.of(catcher.next()));
            turn.way(task, catcher.path());
        } catch (EvaluationFailure e) {
            turn.fail(turn.evaluationFailed(at, e, turn.journal().pointer()));
        }
    }

    private static State.Task task(Turn turn, Stage.Entered at) {
        if (turn.state(at.state()) instanceof State.Task task) {
            return task;
        }
        throw new IllegalStateException("Only a Task can be worked on, not " + at.state());
    }
}
