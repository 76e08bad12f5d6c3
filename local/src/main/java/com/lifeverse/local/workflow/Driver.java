package com.lifeverse.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.language.Distribution;
import com.lifeverse.local.workflow.language.ErrorNames;
import com.lifeverse.local.workflow.language.State;
import com.lifeverse.local.workflow.machine.Awaited;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Happening;
import com.lifeverse.local.workflow.machine.Interpreter;
import com.lifeverse.local.workflow.machine.Progress;
import com.lifeverse.local.workflow.machine.Run;
import com.lifeverse.local.workflow.machine.Status;
import com.lifeverse.local.workflow.machine.Step;
import com.lifeverse.local.workflow.machine.Strand;
import com.lifeverse.local.workflow.maprun.MapRun;
import com.lifeverse.local.workflow.maprun.MapRuns;
import com.lifeverse.local.workflow.task.Integrations;
import com.lifeverse.local.workflow.task.TaskFailure;
import com.lifeverse.local.workflow.task.TaskIntegration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Makes executions go on: whatever a strand awaits is put on the agenda, and what happens then becomes one durable step.
 * Steps of one execution come one after another; its lock is never taken inside somebody else's store write.
 */
final class Driver {
    private static final int LOCKS = 64;

    private final Store store;
    private final Agenda agenda;
    private final Callers callers;
    private final Integrations integrations;
    private final Chance chance;
    private final Machines machines;
    private final Executions executions;
    private final Endings endings;
    private final Receipts receipts;
    private final MapRuns mapRuns;
    private final List<ReentrantLock> locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock()).toList();

    Driver(
            Store store,
            Agenda agenda,
            Callers callers,
            Integrations integrations,
            Chance chance,
            Machines machines,
            Executions executions,
            Endings endings,
            Function<Caller, S3Client> objects) {
        this.store = store;
        this.agenda = agenda;
        this.callers = callers;
        this.integrations = integrations;
        this.chance = chance;
        this.machines = machines;
        this.executions = executions;
        this.endings = endings;
        this.receipts = new Receipts(store);
        this.mapRuns = new MapRuns(store, agenda, new ChildExecutions(this, callers, executions, agenda, objects));
    }

    /** Moves an execution by what happened, and sees to what it awaits next. False if it was not moved. */
    boolean happen(String arn, Happening happening) {
        var lock = locks.get(Math.floorMod(arn.hashCode(), LOCKS));
        lock.lock();
        try {
            var start = executions.start(arn);
            return start.isPresent() && happen(start.get(), happening);
        } finally {
            lock.unlock();
        }
    }

    /** Takes an execution up again after the store was reopened. */
    void reopen(String arn) {
        executions.start(arn).ifPresent(start -> {
            store.write(() -> step(start, new Happening.Reopened()));
            follow(start);
        });
    }

    private boolean happen(Execution.Start start, Happening happening) {
        var run = start.run();
        var moved = store.write(() -> step(start, happening));
        moved.ifPresent(step -> {
            // What an execution that is over has left standing waits for a redrive, and for nothing else.
            if (step.progress().status() == Status.RUNNING) {
                step.changed().forEach(strand -> follow(run, strand));
            } else {
                over(run, step.progress().status());
            }
        });
        return moved.isPresent();
    }

    /** True if the children of that Map are Express executions. */
    boolean isExpress(Execution.Start start, String state) {
        return machines.definition(start).state(state) instanceof State.Map map
                && map.distribution().filter(Distribution::express).isPresent();
    }

    List<MapRun> mapRuns(String arn) {
        return mapRuns.of(arn);
    }

    Optional<MapRun> mapRun(String arn) {
        return mapRuns.find(arn);
    }

    private void over(Run run, Status status) {
        if (status != Status.SUCCEEDED) {
            agenda.soon("end of what " + run.arn() + " runs", () -> mapRuns.abandon(run.arn()));
        }
        endings.tell(run.arn());
    }

    /** Takes a failed execution up again, with all its time. False if it cannot be. */
    boolean redrive(String arn) {
        var start = executions.start(arn);
        if (start.isEmpty()) {
            return false;
        }
        var again = start.get().again(agenda.instant());
        var step = store.write(() -> {
            var made = step(again, new Happening.Redriven());
            made.ifPresent(_ -> executions.restart(again));
            return made;
        });
        step.map(Step::progress).map(Progress::status).ifPresent(status -> {
            if (status == Status.RUNNING) {
                follow(again);
            } else {
                over(again.run(), status);
            }
        });
        return step.isPresent();
    }

    /** What an item of a distributed Map becomes for its child execution. */
    JsonNode childInput(String arn, long strand, int index, JsonNode item) {
        var start = executions.start(arn).orElseThrow();
        return new Interpreter(machines.definition(start), start.run(), chance)
                .childInput(executions.scene(arn), strand, index, item, agenda.instant());
    }

    /** Begins a child execution unless it has begun, and says how it ends. */
    void beginChild(Execution.Start start, Consumer<Execution> ended) {
        if (store.write(() -> executions.add(start, Instant.MIN)).isEmpty()) {
            follow(start);
        }
        endings.await(start.run().arn(), ended);
    }

    private Optional<Step> step(Execution.Start start, Happening happening) {
        var run = start.run();
        receipts.settle(run.arn(), happening);
        var interpreter = new Interpreter(machines.definition(start), run, chance);
        var scene = executions.scene(run.arn());
        var step = interpreter.step(scene, happening, agenda.instant());
        if (step.isNothing()) {
            return Optional.empty();
        }
        for (var orphan : Orphans.of(scene, happening, step)) {
            agenda.soon(
                    "end of " + orphan + ", which nobody awaits",
                    () -> happen(orphan, new Happening.Stopped(new Failure(null, null))));
        }
        executions.advance(run.arn(), step, run.express() || step.progress().status() == Status.SUCCEEDED);
        return Optional.of(step);
    }

    /** Puts on the agenda all that the execution awaits, and the end of its time. */
    void follow(Execution.Start start) {
        var run = start.run();
        var arn = run.arn();
        executions.scene(arn).strands().forEach(strand -> follow(run, strand));
        var deadline = run.deadline();
        if (deadline != null) {
            agenda.at(deadline, "time-out of " + arn, () -> happen(arn, new Happening.Expired()));
        }
    }

    private void follow(Run run, Strand strand) {
        strand.awaits().forEach(awaited -> follow(run, awaited));
    }

    private void follow(Run run, Awaited awaited) {
        var arn = run.arn();
        switch (awaited) {
            case Awaited.Step(long strand, long turn) ->
                agenda.soon("step of " + arn, () -> happen(arn, new Happening.Proceed(strand, turn)));
            case Awaited.Alarm(long strand, long turn, var at) ->
                agenda.at(at, "alarm of " + arn, () -> happen(arn, new Happening.Alarm(strand, turn)));
            case Awaited.Reply reply -> agenda.soon("task of " + arn, () -> perform(run, reply));
            case Awaited.Completion completion ->
                endings.await(
                        completion.submitted().path("ExecutionArn").asText(),
                        child -> happen(arn, Nested.completed(completion, child)));
            case Awaited.Children children -> agenda.soon("map run of " + arn, () -> mapRuns.run(arn, children));
        }
    }

    private void perform(Run run, Awaited.Reply task) {
        var attempt = Receipts.attempt(run.arn(), task.strand(), task.attempt());
        var call = new TaskIntegration.Call(
                callers.role(run.roleArn()),
                task.resource(),
                task.arguments(),
                run.arn(),
                run.machineArn(),
                attempt,
                receipts.of(attempt));
        try {
            var output = integrations.perform(call);
            happen(run.arn(), new Happening.Replied(task.strand(), task.attempt(), output));
        } catch (TaskFailure e) {
            happen(run.arn(), new Happening.Failed(task.strand(), task.attempt(), e.failure()));
        } catch (RuntimeException e) {
            // A fault of the stack itself: the execution must not hang on it, and whoever watches the stack hears of
            // it.
            var why = new Failure(ErrorNames.RUNTIME, e.toString());
            happen(run.arn(), new Happening.Failed(task.strand(), task.attempt(), why));
            throw e;
        }
    }
}
