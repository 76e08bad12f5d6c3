package com.lifeverse.local.simulate.workflow;

import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.workflow.Execution;
import com.lifeverse.local.workflow.machine.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Every execution that was started is there, once, and has ended as its machine says. */
final class EndRules {
    private final Stage stage;
    private final Plan plan;
    private final Starter starter;
    private final List<Violation> found = new ArrayList<>();

    EndRules(Stage stage, Plan plan, Starter starter) {
        this.stage = stage;
        this.plan = plan;
        this.starter = starter;
    }

    List<Violation> violations() {
        var workflows = stage.stack().workflows();
        for (var name : starter.names()) {
            workflows
                    .describe(Starter.arn(name))
                    .ifPresentOrElse(
                            execution -> ended(execution, plan), () -> find("no-execution-is-lost", Starter.arn(name)));
        }
        if (workflows.list(Starter.MACHINE).size() != starter.names().size()) {
            find("no-execution-is-lost", "There are others than " + starter.names());
        }
        nested(Grounds.ERRAND, Shapes.ERRAND);
        nested(Grounds.VAIN, Shapes.VAIN);
        return found;
    }

    private void nested(String machine, Plan meant) {
        var paths = new HashSet<String>();
        for (var child : stage.stack().workflows().list(Starter.MACHINE.replaceAll("-0$", "-" + machine))) {
            // What is cut stops what it waited for, and begins it anew.
            if (child.status() != Status.ABORTED || !(plan.falls() || redriven())) {
                ended(child, meant);
            }
            if (!paths.add(path(child))) {
                find("an-attempt-begins-one-execution", path(child));
            }
        }
    }

    private boolean redriven() {
        return starter.names().stream()
                .flatMap(name -> stage.stack().workflows().describe(Starter.arn(name)).stream())
                .anyMatch(execution -> execution.progress().redrives() > 0);
    }

    private void ended(Execution execution, Plan meant) {
        var ending = execution.ending().orElse(null);
        if (ending == null) {
            find("every-execution-ends", execution.run().arn());
            return;
        }
        var trail = meant.trail();
        if (meant.fails()) {
            var failure = ending.failure();
            if (ending.status() != Status.FAILED
                    || failure == null
                    || !Plan.PLANNED.equals(failure.error())
                    || !trail.equals(failure.cause())) {
                find("ends-as-the-machine-says", execution.run().arn() + " " + ending + ", not" + trail);
            }
        } else if (ending.output() == null
                || !ending.output()
                        .equals(Json.object().put("path", path(execution)).put("trail", trail))) {
            find("ends-as-the-machine-says", execution.run().arn() + " " + ending + ", not" + trail);
        }
    }

    private static String path(Execution execution) {
        return execution.run().input().path("path").asText();
    }

    private void find(String invariant, String what) {
        found.add(Violation.inTheEnd(invariant, what));
    }
}
