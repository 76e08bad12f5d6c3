package com.lifeverse.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.language.Distribution;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
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
    private final Chance chance;
    private final Machines machines;
    private final Executions executions;
    private final Endings endings;
    private final Attempts attempts;
    private final Orphans orphans;
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
        this.chance = chance;
        this.machines = machines;
        this.executions = executions;
        this.endings = endings;
        var receipts = new Receipts(store);
        this.attempts = new Attempts(this, callers, integrations, receipts);
        this.mapRuns = new MapRuns(store, agenda, new ChildExecutions(this, callers, executions, agenda, objects));
        this.orphans = new Orphans(store, callers, executions, receipts, mapRuns);
    }

    /** Moves an execution by what happened, and sees to what it awaits next. False if it was not moved. */
    boolean happen(String arn, Happening happening) {
        return happen(arn, happening, () -> true);
    }

    private boolean happen(String arn, Happening happening, BooleanSupplier still) {
        var lock = locks.get(Math.floorMod(arn.hashCode(), LOCKS));
        lock.lock();
        try {
            var start = executions.start(arn);
            return start.isPresent() && happen(start.get(), happening, still);
        } finally {
            lock.unlock();
        }
    }

    /** Takes up again what ran when the store was closed; what nobody awaits any more is stopped before it does more. */
    void reopen() {
        orphans.all().forEach(this::endSoon);
        for (var arn : executions.running()) {
            executions.start(arn).ifPresent(start -> {
                store.write(() -> step(start, new Happening.Reopened()));
                follow(start);
            });
        }
    }

    private boolean happen(Execution.Start start, Happening happening, BooleanSupplier still) {
        var run = start.run();
        var moved = store.write(() -> still.getAsBoolean() ? step(start, happening) : Optional.<Step>empty());
        moved.ifPresent(step -> {
            // What an execution that is over has left standing waits for a redrive, and for nothing else.
            if (step.progress().status() == Status.RUNNING) {
                step.changed().forEach(strand -> follow(run, strand));
            } else {
                endings.tell(run.arn());
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

    private void endSoon(String orphan) {
        agenda.soon(
                "end of " + orphan + ", which nobody awaits",
                () -> happen(orphan, new Happening.Stopped(new Failure(null, null)), () -> orphans.take(orphan)));
    }

    /** Takes a failed execution up again, with all its time. False if it cannot be. */
    boolean redrive(String arn) {
        var start = executions.start(arn);
        if (start.isEmpty()) {
            return false;
        }
        var again = start.get().again(agenda.instant());
        var step = store.write(() -> {
            orphans.forget(arn);
            var made = step(again, new Happening.Redriven());
            made.ifPresent(_ -> executions.restart(again));
            return made;
        });
        step.map(Step::progress).map(Progress::status).ifPresent(status -> {
            if (status == Status.RUNNING) {
                follow(again);
            } else {
                endings.tell(arn);
            }
        });
        return step.isPresent();
    }

    /** Takes a child that is over up again. Of an Express one nothing is kept, so that it begins anew, as on AWS. */
    void redriveChild(Execution.Start start) {
        var arn = start.run().arn();
        if (!start.run().express()) {
            redrive(arn);
            return;
        }
        boolean begun = store.write(() -> {
            orphans.forget(arn);
            return executions.add(start, Instant.MAX).isEmpty();
        });
        if (begun) {
            follow(start);
        }
    }

    /** What an item of a distributed Map becomes for its child execution. */
    JsonNode childInput(String arn, long strand, int index, JsonNode item) {
        var start = executions.start(arn).orElseThrow();
        return new Interpreter(machines.definition(start), start.run(), chance)
                .childInput(executions.scene(arn), strand, index, item, agenda.instant());
    }

    /** Begins a child execution unless it has begun or is not wanted any more, and says how it ends. */
    void beginChild(Execution.Start start, BooleanSupplier wanted, Consumer<Execution> ended) {
        boolean begun = store.write(() ->
                wanted.getAsBoolean() && executions.add(start, Instant.MIN).isEmpty());
        if (begun) {
            follow(start);
        }
        endings.await(start.run().arn(), ended);
    }

    private Optional<Step> step(Execution.Start start, Happening happening) {
        var run = start.run();
        var interpreter = new Interpreter(machines.definition(start), run, chance);
        var scene = executions.scene(run.arn());
        var step = interpreter.step(scene, happening, agenda.instant());
        if (step.isNothing()) {
            return Optional.empty();
        }
        var left = Left.by(scene, happening, step);
        executions.advance(run.arn(), step, run.express() || step.progress().status() == Status.SUCCEEDED);
        orphans.leave(run, happening, left).forEach(this::endSoon);
        return Optional.of(step);
    }

    /** True if the execution still awaits that: nothing is done for what is over. */
    boolean awaits(String arn, Awaited awaited) {
        return executions.isRunning(arn)
                && executions
                        .scene(arn)
                        .strand(awaited.strand())
                        .filter(strand -> strand.awaits().stream().anyMatch(awaited::isSame))
                        .isPresent();
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
            case Awaited.Reply reply -> agenda.soon("task of " + arn, () -> attempts.make(run, reply));
            case Awaited.Completion completion ->
                endings.await(
                        Nested.arn(completion.submitted()), child -> happen(arn, Nested.completed(completion, child)));
            case Awaited.Children children -> agenda.soon("map run of " + arn, () -> mapRuns.run(arn, children));
        }
    }
}
