package com.lifeverse.local.workflow;

import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.workflow.language.ErrorNames;
import com.lifeverse.local.workflow.machine.Awaited;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Happening;
import com.lifeverse.local.workflow.machine.Run;
import com.lifeverse.local.workflow.task.Integrations;
import com.lifeverse.local.workflow.task.TaskFailure;
import com.lifeverse.local.workflow.task.TaskIntegration;

/** Makes the attempts of tasks: each as the machine's role, and what came of it is told to its execution. */
final class Attempts {
    private final Driver driver;
    private final Callers callers;
    private final Integrations integrations;
    private final Receipts receipts;

    Attempts(Driver driver, Callers callers, Integrations integrations, Receipts receipts) {
        this.driver = driver;
        this.callers = callers;
        this.integrations = integrations;
        this.receipts = receipts;
    }

    /** Makes one, unless its execution has been stopped or has gone on meanwhile. */
    void make(Run run, Awaited.Reply task) {
        if (!driver.awaits(run.arn(), task)) {
            return;
        }
        var attempt = Receipts.attempt(run.arn(), task.strand(), task.attempt());
        var call = new TaskIntegration.Call(
                callers.role(run.roleArn()),
                task.resource(),
                task.arguments(),
                run.arn(),
                run.machineArn(),
                attempt,
                receipts.of(attempt, () -> driver.awaits(run.arn(), task)));
        try {
            var output = integrations.perform(call);
            driver.happen(run.arn(), new Happening.Replied(task.strand(), task.attempt(), output));
        } catch (TaskFailure e) {
            driver.happen(run.arn(), new Happening.Failed(task.strand(), task.attempt(), e.failure()));
        } catch (RuntimeException e) {
            // A fault of the stack itself: the execution must not hang on it, and whoever watches the stack hears of
            // it.
            var why = new Failure(ErrorNames.RUNTIME, "An internal error occurred");
            driver.happen(run.arn(), new Happening.Failed(task.strand(), task.attempt(), why));
            throw e;
        }
    }
}
