package com.lifeverse.local.workflow.machine;

import com.lifeverse.local.workflow.language.ErrorNames;
import com.lifeverse.local.workflow.language.EvaluationFailure;
import com.lifeverse.local.workflow.language.State;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The rules of what a state does once it is entered. */
final class States {
    private States() {}

    static void run(Walker walker, Stage.Entered at, State state) {
        switch (state) {
            case State.Pass pass -> leave(walker, at, pass, pass.next());
            case State.Succeed succeed -> leave(walker, at, succeed, Optional.empty());
            case State.Choice choice -> evaluating(walker, at, at.predecessor(), () -> choose(walker, at, choice));
            case State.Wait wait -> evaluating(walker, at, at.eventId(), () -> begin(walker, at, wait));
            case State.Fail fail ->
                evaluating(walker, at, at.predecessor(), () -> walker.fail(failure(walker, at, fail)));
            case State.Task _, State.Parallel _, State.Map _ -> again(walker, at, Stage.Tries.none());
        }
    }

    /** An attempt of a state that can be retried. */
    static void again(Walker walker, Stage.Entered at, Stage.Tries tries) {
        walker.stand(new Stage.Failed(at));
        switch (walker.turn().state(at.state())) {
            case State.Task _ -> Tasks.schedule(walker, at, tries);
            case State.Parallel _ -> Branches.begin(walker, at, tries);
            case State.Map _ -> Iterations.begin(walker, at, tries);
            case State.Pass _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _ ->
                throw new IllegalStateException(at.state() + " is never tried again");
        }
    }

    static void waited(Walker walker, Stage.Entered at, State.Wait wait) {
        leave(walker, at, wait, wait.next());
    }

    private static void leave(Walker walker, Stage.Entered at, State state, Optional<String> next) {
        evaluating(walker, at, at.predecessor(), () -> {
            next.ifPresent(name -> walker.turn().way(state, "Next"));
            walker.leave(state, walker.scope(at, 0), state.shaping(), at.input(), "", next);
        });
    }

    /** Runs what evaluates; where that fails there is no way to catch it, and the strand fails. */
    private static void evaluating(Walker walker, Stage.Entered at, long previous, Runnable evaluation) {
        walker.stand(new Stage.Failed(at));
        try {
            evaluation.run();
        } catch (EvaluationFailure e) {
            walker.fail(walker.evaluationFailed(at, e, previous));
        }
    }

    private static void choose(Walker walker, Stage.Entered at, State.Choice choice) {
        var scope = walker.scope(at, 0);
        for (var rule : choice.rules()) {
            if (walker.evaluator(scope).truth(rule.condition(), rule.path() + "/Condition")) {
                walker.turn().way(choice, rule.path());
                walker.leave(choice, scope, rule.shaping(), at.input(), rule.path() + "/", Optional.of(rule.next()));
                return;
            }
        }
        if (choice.defaultNext().isEmpty()) {
            walker.fail(new Failure(
                    ErrorNames.RUNTIME,
                    at.prefix() + "Failed to transition out of the state. The state does not point to a next state."));
            return;
        }
        walker.turn().way(choice, "Default");
        walker.leave(choice, scope, choice.shaping(), at.input(), "", choice.defaultNext());
    }

    private static void begin(Walker walker, Stage.Entered at, State.Wait wait) {
        var evaluator = walker.evaluator(walker.scope(at, 0));
        var until = switch (wait.until()) {
            case State.Until.Seconds seconds ->
                walker.turn().now().plusSeconds(evaluator.count(seconds.count(), "Seconds"));
            case State.Until.Timestamp timestamp -> moment(evaluator.text(timestamp.moment(), "Timestamp"));
        };
        walker.stand(new Stage.Waiting(at, until));
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

    private static Failure failure(Walker walker, Stage.Entered at, State.Fail fail) {
        var evaluator = walker.evaluator(walker.scope(at, 0));
        return new Failure(
                fail.error().map(template -> evaluator.text(template, "Error")).orElse(null),
                fail.cause().map(template -> evaluator.text(template, "Cause")).orElse(null));
    }
}
