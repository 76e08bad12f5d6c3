package com.lifeverse.cdk.observe;

import java.util.List;
import software.amazon.awscdk.services.stepfunctions.CfnStateMachine;

/** Workflows: whether their runs come to a good end. */
final class WorkflowWatch {
    private WorkflowWatch() {}

    static Watch of(CfnStateMachine machine, String name) {
        var curve = Curve.of("AWS/States", "StateMachineArn", machine.getAttrArn());
        var alerts = List.of(
                new Alert(
                        "failed",
                        "A run failed. Its log says in which state and why; a standard one can be redriven for 14 days.",
                        curve.sum("ExecutionsFailed"),
                        0,
                        1),
                new Alert("timed out", "A run ran out of time.", curve.sum("ExecutionsTimedOut"), 0, 1),
                new Alert(
                        "throttled",
                        "Step Functions refuses transitions. Look at the account's quotas.",
                        curve.sum("ExecutionThrottled"),
                        0,
                        3));
        var panel = Panel.of(
                        "Workflows",
                        name,
                        curve.sum("ExecutionsStarted"),
                        curve.sum("ExecutionsSucceeded"),
                        curve.sum("ExecutionsFailed"),
                        curve.sum("ExecutionsTimedOut"))
                .against(curve.percentile99("ExecutionTime"));
        return new Watch(alerts, List.of(panel));
    }
}
