package com.lifeverse.cdk.stack;

import com.lifeverse.cdk.construct.ContextTable;
import com.lifeverse.cdk.construct.Deployment;
import com.lifeverse.cdk.construct.Grant;
import com.lifeverse.cdk.construct.LifeVerseFunction;
import com.lifeverse.cdk.construct.Subscription;
import com.lifeverse.cdk.construct.WorkQueue;
import com.lifeverse.cdk.construct.Workflow;
import com.lifeverse.liveops.ramp.lambda.RampGuardFunction;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.constructs.Construct;

/** Live events that come to more and more players go back a step when an alarm rings, and people are called. */
public final class RampStack extends StageStack {
    /** Where CloudWatch says that alarms ring. */
    private static final String ACCOUNTS_BUS = "default";

    public RampStack(Construct app, Deployment deployment, ContextTable events, Workflow incidents) {
        super(app, deployment, "ramp", "Ramps of live events, which alarms hold");
        var patience = Duration.seconds(60);
        var queue = new WorkQueue(this, "Queue", patience);
        var guard = LifeVerseFunction.running(
                        RampGuardFunction.class, "Takes live events a step back when an alarm rings that guards them.")
                .with("LIVE_EVENTS_TABLE", events.name())
                .with("INCIDENT_WORKFLOW", incidents.liveArn())
                .may(Grant.of("dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:Query")
                        .on(events.arn()))
                .may(incidents.toStart())
                .may(queue.toConsume())
                .within(patience)
                .in(this, deployment);
        queue.feed(guard, 1);
        Map<String, Object> pattern = new TreeMap<>();
        pattern.put("source", List.of("aws.cloudwatch"));
        pattern.put("detail-type", List.of("CloudWatch Alarm State Change"));
        pattern.put("detail", Map.of("state", Map.of("value", List.of("ALARM"))));
        Subscription.toQueue(this, "Alarms", ACCOUNTS_BUS, pattern, queue);
    }
}
