package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.language.Definition;
import com.lifeverse.local.workflow.language.ErrorNames;
import com.lifeverse.local.workflow.language.EvaluationFailure;
import com.lifeverse.local.workflow.language.State;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * The rules of the Amazon States Language: (progress, happening, now) → step. Pure but for the chance that it is given.
 * A happening that comes too late, or after the end, changes nothing.
 */
public final class Interpreter {
    private final Definition definition;
    private final Run run;
    private final Chance chance;

    public Interpreter(Definition definition, Run run, Chance chance) {
        this.definition = definition;
        this.run = run;
        this.chance = chance;
    }

    /** The next step of an execution. */
    public Step step(Progress progress, Happening happening, Instant now) {
        var answers = happening.answers();
        boolean late = answers.isPresent() && answers.getAsLong() != progress.turn();
        if (late || progress.status() != Status.RUNNING) {
            return new Step(progress, List.of(), List.of());
        }
        var turn = new Turn(definition, run, chance, progress, now);
        move(turn, progress.stage(), happening);
        return turn.done();
    }

    private static void move(Turn turn, Stage stage, Happening happening) {
        switch (happening) {
            case Happening.Proceed _ -> proceed(turn, stage);
            case Happening.Alarm _ -> alarm(turn, stage);
            case Happening.Replied replied -> {
                if (stage instanceof Stage.Working working) {
                    Tasks.replied(turn, working, replied.output());
                }
            }
            case Happening.Failed failed -> {
                if (stage instanceof Stage.Working working) {
                    Tasks.failed(turn, working, failed.failure());
                }
            }
            case Happening.Reopened() -> {
                if (stage instanceof Stage.Working working) {
                    Tasks.beginAnew(turn, working);
                }
            }
            case Happening.Stopped stopped -> {
                aborted(turn, stage);
                turn.end(Status.ABORTED, "ExecutionAborted", "executionAbortedEventDetails", stopped.why());
            }
            case Happening.Expired() -> {
                aborted(turn, stage);
                var why = new Failure(ErrorNames.TIMEOUT, null);
                turn.end(Status.TIMED_OUT, "ExecutionTimedOut", "executionTimedOutEventDetails", why);
            }
        }
    }

    private static void aborted(Turn turn, Stage stage) {
        switch (stage) {
            case Stage.Waiting _ -> turn.journal().write("WaitStateAborted");
            case Stage.Working _, Stage.BackingOff _ -> turn.journal().write("TaskStateAborted");
            case Stage.Starting _, Stage.Ready _, Stage.Finished _ -> {}
        }
    }

    private static void proceed(Turn turn, Stage stage) {
        switch (stage) {
            case Stage.Starting() -> turn.start();
            case Stage.Ready ready -> enter(turn, turn.state(ready.state()), ready.input());
            case Stage.Waiting _, Stage.Working _, Stage.BackingOff _, Stage.Finished _ -> {}
        }
    }

    private static void alarm(Turn turn, Stage stage) {
        switch (stage) {
            case Stage.Waiting waiting -> waited(turn, waiting);
            case Stage.Working working -> Tasks.timedOut(turn, working);
            case Stage.BackingOff backing -> Tasks.schedule(turn, backing.at(), backing.tries());
            case Stage.Starting _, Stage.Ready _, Stage.Finished _ -> {}
        }
    }

    private static void enter(Turn turn, State state, JsonNode input) {
        var at = turn.enter(state, input);
        switch (state) {
            case State.Pass pass -> leave(turn, at, pass, pass.next());
            case State.Succeed succeed -> leave(turn, at, succeed, Optional.empty());
            case State.Task task -> Tasks.schedule(turn, at, Tasks.none(task));
            case State.Choice choice -> evaluating(turn, at, at.predecessor(), () -> choose(turn, at, choice));
            case State.Wait wait -> evaluating(turn, at, at.eventId(), () -> begin(turn, at, wait));
            case State.Fail fail -> evaluating(turn, at, at.predecessor(), () -> turn.fail(failure(turn, at, fail)));
        }
    }

    private static void leave(Turn turn, Stage.Entered at, State state, Optional<String> next) {
        evaluating(turn, at, at.predecessor(), () -> {
            next.ifPresent(name -> turn.way(state, "Next"));
            turn.leave(state, turn.scope(at, 0), state.shaping(), at.input(), "", next);
        });
    }

    /** Runs what evaluates; where that fails there is no way to catch it, and the execution fails. */
    private static void evaluating(Turn turn, Stage.Entered at, long previous, Runnable evaluation) {
        try {
            evaluation.run();
        } catch (EvaluationFailure e) {
            turn.fail(turn.evaluationFailed(at, e, previous));
        }
    }

    private static void choose(Turn turn, Stage.Entered at, State.Choice choice) {
        var scope = turn.scope(at, 0);
        for (var rule : choice.rules()) {
            if (turn.evaluator(scope).truth(rule.condition(), rule.path() + "/Condition")) {
                turn.way(choice, rule.path());
                turn.leave(choice, scope, rule.shaping(), at.input(), rule.path() + "/", Optional.of(rule.next()));
                return;
            }
        }
        if (choice.defaultNext().isEmpty()) {
            turn.fail(new Failure(
                    ErrorNames.NO_CHOICE,
                    Turn.prefix(at)
                            + "Failed to transition out of the state. The state does not point to a next state."));
            return;
        }
        turn.way(choice, "Default");
        turn.leave(choice, scope, choice.shaping(), at.input(), "", choice.defaultNext());
    }

    private static void begin(Turn turn, Stage.Entered at, State.Wait wait) {
        var evaluator = turn.evaluator(turn.scope(at, 0));
        var until = switch (wait.until()) {
            case State.Until.Seconds seconds -> turn.now().plusSeconds(evaluator.count(seconds.count(), "Seconds"));
            case State.Until.Timestamp timestamp -> moment(evaluator.text(timestamp.moment(), "Timestamp"));
        };
        turn.standIn(new Stage.Waiting(at, until));
    }

    private static Instant moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new EvaluationFailure(
                    "Timestamp",
                    "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: "
                            + text);
        }
    }

    private static void waited(Turn turn, Stage.Waiting waiting) {
        if (turn.state(waiting.at().state()) instanceof State.Wait wait) {
            leave(turn, waiting.at(), wait, wait.next());
        }
    }

    private static Failure failure(Turn turn, Stage.Entered at, State.Fail fail) {
        var evaluator = turn.evaluator(turn.scope(at, 0));
        return new Failure(
                fail.error().map(template -> evaluator.text(template, "Error")).orElse(null),
                fail.cause().map(template -> evaluator.text(template, "Cause")).orElse(null));
    }
}
