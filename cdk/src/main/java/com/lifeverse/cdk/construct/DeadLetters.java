package com.lifeverse.cdk.construct;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.sqs.CfnQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/** Where what could not be done waits 14 days, the longest there is, for a person. */
public final class DeadLetters extends Construct {
    private static final int TRIES = 5;

    private final Queue queue;

    public DeadLetters(Construct scope, String id) {
        super(scope, id);
        this.queue = Queue.Builder.create(this, "Queue")
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                // More than any function that is fed from it may take.
                .visibilityTimeout(Duration.minutes(1))
                .retentionPeriod(Duration.days(14))
                .build();
    }

    public String url() {
        return queue.getQueueUrl();
    }

    /** Leave to put something here. */
    public Grant toSend() {
        return Grant.of("sqs:SendMessage").on(queue.getQueueArn());
    }

    /** Leave to take letters out again. */
    public Grant toConsume() {
        return Grant.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes")
                .on(queue.getQueueArn());
    }

    /**
     * Feeds a function that keeps them elsewhere; it answers which of a batch it could not keep. Those come again, and after five times
     * wait in a queue of their own for what is left of their 14 days.
     */
    public void feed(LifeVerseFunction function) {
        var unkept = new DeadLetters(this, "Unkept");
        var own = (CfnQueue) Objects.requireNonNull(queue.getNode().getDefaultChild());
        var policy = new TreeMap<String, Object>();
        policy.put("deadLetterTargetArn", unkept.arn());
        policy.put("maxReceiveCount", TRIES);
        own.setRedrivePolicy(policy);
        CfnEventSourceMapping.Builder.create(this, "Mapping")
                .eventSourceArn(queue.getQueueArn())
                .functionName(function.liveArn())
                .batchSize(10)
                .functionResponseTypes(List.of("ReportBatchItemFailures"))
                .build();
    }

    Queue queue() {
        return queue;
    }

    String arn() {
        return queue.getQueueArn();
    }

    void accept(String ruleArn) {
        openToRule(queue, ruleArn);
    }

    static void openToRule(Queue queue, String ruleArn) {
        queue.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(new ServicePrincipal("events.amazonaws.com")))
                .actions(List.of("sqs:SendMessage"))
                .resources(List.of(queue.getQueueArn()))
                .conditions(Map.of("ArnEquals", Map.of("aws:SourceArn", ruleArn)))
                .build());
    }
}
