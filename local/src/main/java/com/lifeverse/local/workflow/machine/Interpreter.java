package com.lifeverse.local.workflow.machine;

import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.language.Definition;
import com.lifeverse.local.workflow.language.ErrorNames;
import com.lifeverse.local.workflow.language.State;
import java.time.Instant;

/**
 * The rules of the Amazon States Language: (scene, happening, now) → step. Pure but for the chance that it is given. A
 * happening that comes too late, or after the end, changes nothing.
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
    public Step step(Scene scene, Happening happening, Instant now) {
        var turn = new Turn(definition, run, chance, scene, now);
        boolean running = scene.progress().status() == Status.RUNNING;
        switch (happening) {
            case Happening.Addressed addressed -> {
                if (running
                        && scene.strand(addressed.strand())
                                .filter(addressed::fits)
                                .isPresent()) {
                    move(turn.walker(addressed.strand()), addressed);
                }
            }
            case Happening.Reopened() -> {
                if (running) {
                    turn.everyone().forEach(Interpreter::reopen);
                }
            }
            case Happening.Stopped stopped -> {
                if (running) {
                    Cuts.whole(turn, Status.ABORTED, "ExecutionAborted", "executionAbortedEventDetails", stopped.why());
                }
            }
            case Happening.Expired() -> {
                if (running) {
                    var why = new Failure(ErrorNames.TIMEOUT, null);
                    Cuts.whole(turn, Status.TIMED_OUT, "ExecutionTimedOut", "executionTimedOutEventDetails", why);
                }
            }
            case Happening.Redriven() -> {
                if (!running && scene.progress().status() != Status.SUCCEEDED) {
                    Redrive.begin(turn);
                }
            }
        }
        var step = turn.done();
        return step.isNothing() ? Step.nothing(scene.progress()) : step;
    }

    private static void reopen(Walker walker) {
        if (walker.stage() instanceof Stage.Working working) {
            Tasks.beginAnew(walker, working);
        }
    }

    private static void move(Walker walker, Happening.Addressed happening) {
        switch (happening) {
            case Happening.Proceed _ -> proceed(walker);
            case Happening.Alarm _ -> alarm(walker);
            case Happening.OfTask told -> {
                switch (walker.stage()) {
                    case Stage.Working working -> told(walker, working, told);
                    case Stage.Distributing distributing -> told(walker, distributing, told);
                    case Stage.Starting _,
                            Stage.Ready _,
                            Stage.Waiting _,
                            Stage.BackingOff _,
                            Stage.Branching _,
                            Stage.Iterating _,
                            Stage.Failed _ -> {}
                }
            }
        }
    }

    private static void told(Walker walker, Stage.Working working, Happening.OfTask told) {
        switch (told) {
            case Happening.Replied replied -> Tasks.replied(walker, working, replied.output());
            case Happening.Completed completed -> Tasks.completed(walker, working, completed.output());
            case Happening.Failed failed -> Tasks.failed(walker, working, failed.failure());
            case Happening.Beat _ -> Tasks.beat(walker, working);
        }
    }

    private static void told(Walker walker, Stage.Distributing distributing, Happening.OfTask told) {
        switch (told) {
            case Happening.Completed completed -> Iterations.distributed(walker, distributing, completed.output());
            case Happening.Failed failed -> Iterations.distributionFailed(walker, distributing, failed.failure());
            case Happening.Replied _, Happening.Beat _ -> {}
        }
    }

    private static void proceed(Walker walker) {
        switch (walker.stage()) {
            case Stage.Starting() -> walker.start();
            case Stage.Ready ready -> {
                var state = walker.turn().state(ready.state());
                States.run(walker, walker.enter(state, ready.input()), state);
            }
            case Stage.Waiting _,
                    Stage.Working _,
                    Stage.BackingOff _,
                    Stage.Branching _,
                    Stage.Iterating _,
                    Stage.Distributing _,
                    Stage.Failed _ -> {}
        }
    }

    private static void alarm(Walker walker) {
        switch (walker.stage()) {
            case Stage.Waiting waiting -> {
                if (walker.turn().state(waiting.at().state()) instanceof State.Wait wait) {
                    States.waited(walker, waiting.at(), wait);
                }
            }
            case Stage.Working working -> Tasks.timedOut(walker, working);
            case Stage.BackingOff backing -> States.again(walker, backing.at(), backing.tries());
            case Stage.Starting _,
                    Stage.Ready _,
                    Stage.Branching _,
                    Stage.Iterating _,
                    Stage.Distributing _,
                    Stage.Failed _ -> {}
        }
    }
}
