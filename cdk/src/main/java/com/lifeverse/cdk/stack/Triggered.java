package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Bus;
import com.lifeverse.cdk.construct.ContextTable;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Workflow;
import com.lifeverse.trigger.ask.lambda.QuestionFunction;
import com.lifeverse.trigger.turn.lambda.TurnFunction;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** The workflows that triggers may start, and what has their runs wait for their turn. */
final class Triggered extends Construct {
    /** A token says by itself which run it is of; whoever has none can tell nothing. */
    static final Grant TO_TELL = Grant.of("states:SendTaskSuccess").on("*");

    private final Workflow incidents;
    private final Workflow turn;

    Triggered(Construct scope, String id, Deployment deployment, Bus bus, ContextTable triggers) {
        super(scope, id);
        var questions = LifeVerseFunction.running(QuestionFunction.class, "Keeps what runs ask operators.")
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:UpdateItem").on(triggers.arn()))
                .may(TO_TELL)
                .in(this, deployment);
        this.incidents = Workflow.standard("incident-response")
                .filling("QuestionFunction", questions.liveArn())
                .filling("Bus", bus.name())
                .may(questions.toInvoke())
                .may(bus.toPublish())
                .in(this, deployment);
        var before = Workflow.before(Stack.of(this), deployment);
        var turns = LifeVerseFunction.running(TurnFunction.class, "Keeps whose turn it is.")
                .with("TRIGGERS_TABLE", triggers.name())
                .with("WORKFLOWS_BEFORE", before)
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem").on(triggers.arn()))
                .may(Grant.of("states:DescribeExecution").on(lookedAt(before)))
                .may(Grant.of("states:StopExecution")
                        .on(started().stream().map(Workflow::runArns).toArray(String[]::new)))
                .may(TO_TELL)
                .in(this, deployment);
        var plan = Workflow.standard("workflow-turn")
                .filling("TurnFunction", turns.liveArn())
                .filling("WorkflowsBefore", before)
                .may(turns.toInvoke())
                .may(toHearOfEnds());
        started().forEach(workflow -> plan.may(workflow.toStart()).may(workflow.toFollow()));
        this.turn = plan.in(this, deployment);
    }

    /** Has people see to an incident. */
    Workflow incidents() {
        return incidents;
    }

    /** Those that say {@code startedByTriggers}. */
    List<Workflow> started() {
        return List.of(incidents);
    }

    /** Starts them in their turn. */
    Workflow turn() {
        return turn;
    }

    /** The runs that are started in their turn, and those that say which workflow's they are. */
    private String[] lookedAt(String before) {
        return Stream.concat(
                        Stream.of(before.replace(":stateMachine:", ":execution:") + "workflow-turn:*"),
                        started().stream().map(Workflow::runArns))
                .toArray(String[]::new);
    }

    /** Step Functions hears by this rule of its own that a run, which another one waits for, has ended. */
    private Grant toHearOfEnds() {
        var stack = Stack.of(this);
        return Grant.of("events:PutTargets", "events:PutRule", "events:DescribeRule")
                .on("arn:%s:events:%s:%s:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule"
                        .formatted(stack.getPartition(), stack.getRegion(), stack.getAccount()));
    }
}
