package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.observe.Observability;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** Where alarms are told. Whoever is on call subscribes a pager or a mailbox to its topic. */
public final class OperationsStack extends StageStack {
    private final Topic alarms;

    public OperationsStack(Construct app, Deployment deployment) {
        super(app, deployment, "operations", "Who is told when something is wrong");
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
        output("AlarmTopicArn", "Subscribe whoever is on call", alarms.getTopicArn());
    }

    /** Watches every stack of this one's region that is there now. */
    public void watch(IConstruct app) {
        app.getNode().getChildren().stream()
                .filter(Stack.class::isInstance)
                .map(Stack.class::cast)
                .filter(stack -> stack.getRegion().equals(getRegion()))
                .forEach(stack -> Observability.of(stack, alarms));
    }
}
