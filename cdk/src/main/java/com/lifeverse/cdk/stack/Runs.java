package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.ContextTable;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Workflow;
import com.lifeverse.cdk.contract.RouteTable.Answer;
import com.lifeverse.trigger.run.lambda.RunFunction;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** Runs for staff: all of the stage can be looked at, those that are named here can be stopped and redriven. */
final class Runs extends Construct {
    private final LifeVerseFunction desk;

    Runs(
            Construct scope,
            String id,
            Deployment deployment,
            ContextTable triggers,
            List<Workflow> moved,
            List<Workflow> started) {
        super(scope, id);
        var before = Workflow.before(Stack.of(this), deployment);
        var plan = LifeVerseFunction.running(RunFunction.class, "Shows runs of workflows, and stops and redrives them.")
                .with("WORKFLOWS_BEFORE", before)
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:UpdateItem").on(triggers.arn()))
                .may(Triggered.TO_TELL)
                .may(Grant.of("states:ListExecutions").on(before + "*"))
                .may(Grant.of("states:DescribeExecution", "states:GetExecutionHistory")
                        .on(before.replace(":stateMachine:", ":execution:") + "*"))
                .may(Grant.of("states:StopExecution", "states:RedriveExecution")
                        .on(moved.stream().map(Workflow::runArns).toArray(String[]::new)));
        started.forEach(workflow -> plan.may(workflow.toStart()));
        this.desk = plan.in(this, deployment);
    }

    List<Answer<LifeVerseFunction>> answers() {
        return List.of(
                new Answer<>("listRuns", desk),
                new Answer<>("readRun", desk),
                new Answer<>("startRun", desk),
                new Answer<>("stopRun", desk),
                new Answer<>("redriveRun", desk),
                new Answer<>("answerRun", desk));
    }
}
