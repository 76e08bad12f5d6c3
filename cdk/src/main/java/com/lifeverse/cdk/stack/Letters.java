package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.DeadLetters;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Workflow;
import com.lifeverse.cdk.contract.RouteTable.Answer;
import com.lifeverse.trigger.letter.lambda.DeadLetterFunction;
import com.lifeverse.trigger.letter.lambda.DeadLetterKeepingFunction;
import com.lifeverse.trigger.letter.lambda.DeadLetterRedriveFunction;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** What workflows could not carry out: out of the queue to where staff look through it, and back to its workflow. */
final class Letters extends Construct {
    private final LifeVerseFunction desk;

    Letters(
            Construct scope,
            String id,
            Deployment deployment,
            DeadLetters queue,
            TriggerStack stack,
            List<Workflow> workflows) {
        super(scope, id);
        var triggers = stack.triggers();
        var before = Workflow.before(Stack.of(this), deployment);
        var keeping = LifeVerseFunction.running(
                        DeadLetterKeepingFunction.class, "Takes dead letters to where staff find them.")
                .with("TRIGGERS_TABLE", triggers.name())
                .with("WORKFLOWS_BEFORE", before)
                .may(Grant.of("dynamodb:PutItem").on(triggers.arn()))
                .may(queue.toConsume())
                .in(this, deployment);
        queue.feed(keeping);
        var tasks = LifeVerseFunction.running(
                        DeadLetterRedriveFunction.class, "Says in dead letters that they are handed back.")
                .with("TRIGGERS_TABLE", triggers.name())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem").on(triggers.arn()))
                .in(this, deployment);
        var plan = Workflow.standard("dead-letter-redrive")
                .filling("DeadLetterRedriveFunction", tasks.liveArn())
                .filling("WorkflowsBefore", before)
                .filling("EngineQueue", stack.engineQueue().url())
                .may(stack.engineQueue().toSend())
                .may(tasks.toInvoke());
        workflows.forEach(workflow -> plan.may(workflow.toStart()));
        var redrive = plan.in(this, deployment);
        this.desk = LifeVerseFunction.running(DeadLetterFunction.class, "Shows dead letters, and hands them back.")
                .with("TRIGGERS_TABLE", triggers.name())
                .with("WORKFLOWS_BEFORE", before)
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query")
                        .on(triggers.arn()))
                .may(redrive.toStart())
                .may(redrive.toResume())
                .in(this, deployment);
    }

    List<Answer<LifeVerseFunction>> answers() {
        return List.of(
                new Answer<>("listDeadLetters", desk),
                new Answer<>("readDeadLetter", desk),
                new Answer<>("editDeadLetter", desk),
                new Answer<>("redriveDeadLetters", desk));
    }
}
