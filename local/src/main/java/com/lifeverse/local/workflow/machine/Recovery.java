package com.lifeverse.local.workflow.machine;

import com.lifeverse.local.workflow.language.Catcher;
import com.lifeverse.local.workflow.language.EvaluationFailure;
import com.lifeverse.local.workflow.language.State;
import java.util.Optional;

/** The rules of failed states: trying again, catching, failing for good. */
final class Recovery {
    private Recovery() {}

    /** Tries again, or goes to a catcher, or fails; only the first retrier that means the error counts. */
    static void recover(Walker walker, Stage.Entered at, Stage.Tries tries, Failure failure) {
        var state = walker.turn().state(at.state());
        if (!(state instanceof State.Retrying retrying)) {
            fallen(walker, state, at, failure);
            return;
        }
        for (int i = 0; i < retrying.retriers().size(); i++) {
            var retrier = retrying.retriers().get(i);
            if (retrier.errors().match(failure.name())) {
                int used = tries.of(i);
                if (used < retrier.maxAttempts()) {
                    var until = walker.turn()
                            .now()
                            .plus(retrier.delay(used, walker.turn().chance()));
                    var whole = whole(walker, at);
                    walker.turn().clear(walker);
                    walker.stand(new Stage.BackingOff(whole, tries.with(i), until));
                    return;
                }
                break;
            }
        }
        var catcher = retrying.catchers().stream()
                .filter(each -> each.errors().match(failure.name()))
                .findFirst();
        if (catcher.isPresent()) {
            caught(walker, whole(walker, at), tries, retrying, catcher.get(), failure);
        } else {
            fallen(walker, retrying, at, failure);
        }
    }

    /** The entered state with its input, which states that have states inside keep apart. */
    static Stage.Entered whole(Walker walker, Stage.Entered at) {
        return switch (walker.stage()) {
            case Stage.Branching _, Stage.Iterating _ ->
                at.withInput(walker.turn().kept(Slot.input(walker.id())));
            case Stage.Starting _,
                    Stage.Ready _,
                    Stage.Waiting _,
                    Stage.Working _,
                    Stage.BackingOff _,
                    Stage.Distributing _,
                    Stage.Failed _ -> at;
        };
    }

    private static void fallen(Walker walker, State state, Stage.Entered at, Failure failure) {
        tellFailed(walker, state);
        switch (walker.stage()) {
            // What came from the state stays: a redrive goes on with what did not succeed.
            case Stage.Branching _, Stage.Iterating _, Stage.Distributing _ -> {}
            case Stage.Starting _,
                    Stage.Ready _,
                    Stage.Waiting _,
                    Stage.Working _,
                    Stage.BackingOff _,
                    Stage.Failed _ -> walker.stand(new Stage.Failed(at));
        }
        walker.fail(failure.plain());
    }

    private static void tellFailed(Walker walker, State state) {
        switch (state) {
            case State.Parallel _ -> walker.write("ParallelStateFailed");
            case State.Map _ -> walker.write("MapStateFailed");
            case State.Pass _, State.Task _, State.Choice _, State.Wait _, State.Succeed _, State.Fail _ -> {}
        }
    }

    private static void caught(
            Walker walker,
            Stage.Entered at,
            Stage.Tries tries,
            State.Retrying state,
            Catcher catcher,
            Failure failure) {
        tellFailed(walker, state);
        walker.turn().clear(walker);
        walker.stand(new Stage.Failed(at));
        var errorOutput = failure.errorOutput();
        var scope = walker.scope(at, tries.total()).with("errorOutput", errorOutput);
        try {
            walker.leave(
                    state, scope, catcher.shaping(), errorOutput, catcher.path() + "/", Optional.of(catcher.next()));
            walker.turn().way(state, catcher.path());
        } catch (EvaluationFailure e) {
            walker.fail(walker.evaluationFailed(at, e, walker.pointer()));
        }
    }
}
