package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.observe.Observability;
import com.lifeverse.cdk.observe.Rollouts;
import com.lifeverse.operations.lambda.RehearsalFunction;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** Where alarms are told. Whoever is on call subscribes a pager or a mailbox to its topic. */
public final class OperationsStack extends StageStack {
    private final Deployment deployment;
    private final Topic alarms;
    private final LifeVerseFunction rehearsal;

    public OperationsStack(Construct app, Deployment deployment) {
        super(app, deployment, "operations", "Who is told when something is wrong, and who lets a version go on");
        this.deployment = deployment;
        // A key of its own: CloudWatch may not use the one that SNS has by itself.
        var key = Key.Builder.create(this, "Key")
                .description("Alarms on their way to whoever is on call")
                .enableKeyRotation(true)
                .removalPolicy(deployment.stage().removal())
                .build();
        key.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("kms:Decrypt", "kms:GenerateDataKey"))
                .resources(List.of("*"))
                .build());
        this.alarms = Topic.Builder.create(this, "Alarms")
                .topicName("lifeverse-" + deployment.named("alarms"))
                .masterKey(key)
                .enforceSsl(true)
                .build();
        alarms.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("sns:Publish"))
                .resources(List.of(alarms.getTopicArn()))
                .build());
        this.rehearsal = LifeVerseFunction.running(
                        RehearsalFunction.class, "Has a new version rehearse before anybody calls it.")
                .may(Grant.of("codedeploy:GetDeployment", "codedeploy:PutLifecycleEventHookExecutionStatus")
                        .on(arn("codedeploy", "deploymentgroup:" + deployment.named("*"))))
                .may(Grant.of("lambda:InvokeFunction").on(arn("lambda", "function:" + deployment.named("*"))))
                // The CDK makes no import of what an update policy refers to in another stack: it has to be a name.
                .named(hook())
                .within(Duration.minutes(1))
                .in(this, deployment);
        output("AlarmTopicArn", "Subscribe whoever is on call", alarms.getTopicArn());
    }

    /** Watches every stack of this one's region that is there now, and has new versions in it come by and by. */
    public void watch(IConstruct app) {
        app.getNode().getChildren().stream()
                .filter(Stack.class::isInstance)
                .map(Stack.class::cast)
                .filter(stack -> stack.getRegion().equals(getRegion()))
                .forEach(stack -> {
                    var watched = Observability.of(stack, alarms);
                    if (stack != this) {
                        Rollouts.of(
                                stack, deployment, watched, new Rollouts.Hook(hook(), rehearsal.toInvokeDirectly()));
                    }
                });
    }

    private String hook() {
        return deployment.named("rehearsal");
    }

    private String arn(String service, String resource) {
        return "arn:%s:%s:%s:%s:%s".formatted(getPartition(), service, getRegion(), getAccount(), resource);
    }
}
