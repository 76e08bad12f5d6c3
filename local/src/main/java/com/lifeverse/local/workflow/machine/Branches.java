package com.lifeverse.local.workflow.machine;

import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.EvaluationFailure;
import com.lifeverse.local.workflow.language.State;

/** The rules of Parallel states. */
final class Branches {
    private Branches() {}

    static void begin(Walker walker, Stage.Entered at, Stage.Tries tries) {
        var state = state(walker, at);
        try {
            var evaluator = walker.evaluator(walker.scope(at, tries.total()));
            var input = state.arguments()
                    .map(template -> evaluator.value(template, "Arguments"))
                    .orElse(at.input());
            walker.write("ParallelStateStarted");
            walker.turn().keep(Slot.input(walker.id()), at.input());
            int count = state.branches().size();
            walker.stand(new Stage.Branching(at.withoutInput(), tries, count));
            for (int i = 0; i < count; i++) {
                walker.turn().begin(walker, i, state.branches().get(i), input, walker.pointer());
            }
        } catch (EvaluationFailure e) {
            Recovery.recover(walker, at, tries, walker.evaluationFailed(at, e, at.predecessor()));
        }
    }

    static void ended(Walker walker, Stage.Branching stage, Walker child) {
        int left = stage.left() - 1;
        walker.stand(new Stage.Branching(stage.at(), stage.tries(), left));
        if (left == 0) {
            walker.pointTo(child.pointer());
            walker.aside("ParallelStateSucceeded", Json.object());
            var state = state(walker, stage.at());
            Iterations.collect(
                    walker, stage.at(), stage.tries(), state, state.branches().size());
        }
    }

    private static State.Parallel state(Walker walker, Stage.Entered at) {
        if (walker.turn().state(at.state()) instanceof State.Parallel parallel) {
            return parallel;
        }
        throw new IllegalStateException("Only a Parallel has branches, not " + at.state());
    }
}
