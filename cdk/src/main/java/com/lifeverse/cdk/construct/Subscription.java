package com.lifeverse.cdk.construct;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.events.CfnRule;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/**
 * Events of one pattern, from the bus to one target. What cannot be delivered in 24 hours goes to the target's dead
 * letters; without them EventBridge would drop it without a word.
 */
public final class Subscription extends Construct {
    private static final CfnRule.RetryPolicyProperty RETRIES = CfnRule.RetryPolicyProperty.builder()
            .maximumEventAgeInSeconds(86_400)
            .maximumRetryAttempts(185)
            .build();

    private Subscription(Construct scope, String id) {
        super(scope, id);
    }

    /** Sends whole events to a queue. */
    public static Subscription toQueue(
            Construct scope, String id, String busName, Map<String, Object> pattern, WorkQueue queue) {
        var subscription = new Subscription(scope, id);
        var target = target(queue.arn(), queue.deadLetters()).build();
        var ruleArn = subscription.rule(busName, pattern, target);
        queue.accept(ruleArn);
        queue.deadLetters().accept(ruleArn);
        return subscription;
    }

    /** Starts a run of a workflow for each event, with our envelope (the event's detail) as its input. */
    public static Subscription toWorkflow(
            Construct scope,
            String id,
            String busName,
            Map<String, Object> pattern,
            Workflow workflow,
            DeadLetters deadLetters) {
        var subscription = new Subscription(scope, id);
        Role role = ServiceRole.of(subscription, "Role", "events", List.of(workflow.toStart()));
        var target = target(workflow.liveArn(), deadLetters)
                .roleArn(role.getRoleArn())
                .inputPath("$.detail")
                .build();
        deadLetters.accept(subscription.rule(busName, pattern, target));
        return subscription;
    }

    /** Puts our envelopes (the events' details) into a delivery stream, each as a record. */
    public static Subscription toStream(
            Construct scope,
            String id,
            String busName,
            Map<String, Object> pattern,
            String streamArn,
            DeadLetters deadLetters) {
        var subscription = new Subscription(scope, id);
        var leave = Grant.of("firehose:PutRecord", "firehose:PutRecordBatch").on(streamArn);
        Role role = ServiceRole.of(subscription, "Role", "events", List.of(leave));
        var target = target(streamArn, deadLetters)
                .roleArn(role.getRoleArn())
                .inputPath("$.detail")
                .build();
        deadLetters.accept(subscription.rule(busName, pattern, target));
        return subscription;
    }

    private static CfnRule.TargetProperty.Builder target(String arn, DeadLetters deadLetters) {
        return CfnRule.TargetProperty.builder()
                .id("Target")
                .arn(arn)
                .retryPolicy(RETRIES)
                .deadLetterConfig(CfnRule.DeadLetterConfigProperty.builder()
                        .arn(deadLetters.arn())
                        .build());
    }

    private String rule(String busName, Map<String, Object> pattern, CfnRule.TargetProperty target) {
        return CfnRule.Builder.create(this, "Rule")
                .eventBusName(busName)
                .eventPattern(pattern)
                .targets(List.of(target))
                .build()
                .getAttrArn();
    }
}
