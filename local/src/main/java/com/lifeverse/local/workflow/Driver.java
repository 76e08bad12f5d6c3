package com.lifeverse.local.workflow;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.language.ErrorNames;
import com.lifeverse.local.workflow.machine.Awaited;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Happening;
import com.lifeverse.local.workflow.machine.Interpreter;
import com.lifeverse.local.workflow.task.TaskFailure;
import com.lifeverse.local.workflow.task.TaskIntegration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * Makes executions go on: whatever one awaits is put on the agenda, and what happens then becomes one durable step.
 * Steps of one execution come one after another; its lock is never taken inside somebody else's store write.
 */
final class Driver {
    private static final int LOCKS = 64;

    private final Store store;
    private final Agenda agenda;
    private final Callers callers;
    private final List<TaskIntegration> integrations;
    private final Chance chance;
    private final Machines machines;
    private final Executions executions;
    private final List<ReentrantLock> locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock()).toList();

    Driver(
            Store store,
            Agenda agenda,
            Callers callers,
            List<TaskIntegration> integrations,
            Chance chance,
            Machines machines,
            Executions executions) {
        this.store = store;
        this.agenda = agenda;
        this.callers = callers;
        this.integrations = integrations;
        this.chance = chance;
        this.machines = machines;
        this.executions = executions;
    }

    /** Moves an execution by what happened, and sees to what it awaits next. */
    void happen(String arn, Happening happening) {
        var lock = locks.get(Math.floorMod(arn.hashCode(), LOCKS));
        lock.lock();
        try {
            store.write(() -> step(arn, happening)).ifPresent(this::follow);
        } finally {
            lock.unlock();
        }
    }

    private Optional<Execution> step(String arn, Happening happening) {
        return executions.find(arn).flatMap(execution -> {
            var definition = machines.definition(machines.revision(execution.revisionId()));
            var interpreter = new Interpreter(definition, execution.run(), chance);
            var step = interpreter.step(execution.progress(), happening, agenda.instant());
            if (step.progress().equals(execution.progress())) {
                return Optional.empty();
            }
            executions.advance(execution, step);
            return Optional.of(execution.with(step.progress()));
        });
    }

    /** Puts on the agenda what the execution awaits. */
    void follow(Execution execution) {
        var arn = execution.run().arn();
        for (var awaited : execution.progress().awaits()) {
            switch (awaited) {
                case Awaited.Step step ->
                    agenda.soon("step of " + arn, () -> happen(arn, new Happening.Proceed(step.turn())));
                case Awaited.Alarm alarm ->
                    agenda.at(alarm.at(), "alarm of " + arn, () -> happen(arn, new Happening.Alarm(alarm.turn())));
                case Awaited.Reply reply -> agenda.soon("task of " + arn, () -> perform(execution, reply));
            }
        }
    }

    /** Puts the end of the execution's time on the agenda, if it has one. */
    void expire(Execution execution) {
        var deadline = execution.run().deadline();
        var arn = execution.run().arn();
        if (deadline != null) {
            agenda.at(deadline, "time-out of " + arn, () -> happen(arn, new Happening.Expired()));
        }
    }

    private void perform(Execution execution, Awaited.Reply task) {
        var run = execution.run();
        var call = new TaskIntegration.Call(
                callers.role(run.roleArn()), task.resource(), task.arguments(), run.arn(), run.machineArn());
        try {
            var output = integration(task.resource()).perform(call);
            happen(run.arn(), new Happening.Replied(task.turn(), output));
        } catch (TaskFailure e) {
            happen(run.arn(), new Happening.Failed(task.turn(), e.failure()));
        } catch (RuntimeException e) {
            // A fault of the stack itself: the execution must not hang on it, and whoever watches the stack hears of
            // it.
            happen(run.arn(), new Happening.Failed(task.turn(), new Failure(ErrorNames.RUNTIME, e.toString())));
            throw e;
        }
    }

    private TaskIntegration integration(String resource) {
        return integrations.stream()
                .filter(each -> each.serves(resource))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No integration serves " + resource));
    }
}
