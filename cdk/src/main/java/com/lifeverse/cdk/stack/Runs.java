package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.ContextTable;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Workflow;
import com.lifeverse.cdk.contract.RouteTable.Answer;
import com.lifeverse.trigger.run.aws.RunEnds;
import com.lifeverse.trigger.run.lambda.RunFunction;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** Runs for staff: all of the stage can be looked at, and moved as far as each {@code workflow.yaml} says, in whichever stack it is. */
final class Runs extends Construct {
    private final LifeVerseFunction desk;

    Runs(Construct scope, String id, Deployment deployment, ContextTable triggers) {
        super(scope, id);
        var before = Workflow.before(Stack.of(this), deployment);
        var runs = before.replace(":stateMachine:", ":execution:");
        Function<String, String> run = name -> runs + name + ":*";
        this.desk = LifeVerseFunction.running(
                        RunFunction.class, "Shows runs of workflows, and starts, stops and redrives them.")
                .with("WORKFLOWS_BEFORE", before)
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem")
                        .on(triggers.arn()))
                .may(Triggered.TO_TELL)
                .may(Grant.of("states:ListExecutions").on(before + "*"))
                .may(Grant.of("states:DescribeExecution", "states:GetExecutionHistory")
                        .on(runs + "*"))
                .may(Grant.of("states:StopExecution").on(letting(deployment, "stop", run)))
                .may(Grant.of("states:RedriveExecution").on(letting(deployment, "redrive", run)))
                // Step Functions asks for leave on the state machine even where its alias is called. What is redriven
                // in its turn is ended by the
                // workflow of turns.
                .may(Grant.of("states:StartExecution")
                        .on(Stream.of("", ":live")
                                .flatMap(alias -> Stream.concat(
                                        Stream.of(before + RunEnds.TURN + alias),
                                        Stream.of(letting(deployment, "start", name -> before + name + alias))))
                                .toArray(String[]::new)))
                .in(this, deployment);
    }

    private static String[] letting(Deployment deployment, String action, Function<String, String> arn) {
        return deployment.sources().workflowsLetting(action).stream().map(arn).toArray(String[]::new);
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
