package com.lifeverse.cdk.construct;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.CfnEventSourceMapping;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

/**
 * A queue in front of one function, with dead letters behind it. A message is tried five times; then it waits 14 days for
 * a person.
 */
public final class WorkQueue extends Construct {
    private static final int TRIES = 5;

    private final Queue queue;
    private final DeadLetters deadLetters;
    private final Duration patience;

    /**
     * Makes the queue.
     *
     * @param patience the time-out of the function that will be fed from it
     */
    public WorkQueue(Construct scope, String id, Duration patience) {
        this(scope, id, patience, Duration.seconds(0));
    }

    /**
     * Makes a queue that every message sleeps in before it can be received.
     *
     * @param delay at most 15 minutes
     */
    public WorkQueue(Construct scope, String id, Duration patience, Duration delay) {
        super(scope, id);
        this.patience = patience;
        this.deadLetters = new DeadLetters(this, "DeadLetters");
        this.queue = Queue.Builder.create(this, "Queue")
                .encryption(QueueEncryption.SQS_MANAGED)
                .enforceSsl(true)
                // Six time-outs, as Lambda asks: it may hold a batch while it is throttled and tries again.
                .visibilityTimeout(Duration.seconds(patience.toSeconds().intValue() * 6))
                .deliveryDelay(delay.toSeconds().intValue() == 0 ? null : delay)
                .retentionPeriod(Duration.days(4))
                .deadLetterQueue(DeadLetterQueue.builder()
                        .queue(deadLetters.queue())
                        .maxReceiveCount(TRIES)
                        .build())
                .build();
    }

    /** Leave to take messages from the queue. */
    public Grant toConsume() {
        return Grant.of(
                        "sqs:ReceiveMessage",
                        "sqs:DeleteMessage",
                        "sqs:GetQueueAttributes",
                        "sqs:ChangeMessageVisibility")
                .on(queue.getQueueArn());
    }

    /** Leave to put something into the queue. */
    public Grant toSend() {
        return Grant.of("sqs:SendMessage").on(queue.getQueueArn());
    }

    /** Feeds the function in batches; it answers which messages of a batch failed, and only those come again. */
    public void feed(LifeVerseFunction function) {
        feed(function, 10);
    }

    /** Feeds the function in batches of at most so many messages; with 1, what came at the same time is done at the same time. */
    public void feed(LifeVerseFunction function, int batch) {
        if (function.timeout().toSeconds().doubleValue() > patience.toSeconds().doubleValue()) {
            throw new IllegalArgumentException("the queue is made for a shorter time-out than its function has");
        }
        CfnEventSourceMapping.Builder.create(this, "Mapping")
                .eventSourceArn(queue.getQueueArn())
                .functionName(function.liveArn())
                .batchSize(batch)
                .functionResponseTypes(List.of("ReportBatchItemFailures"))
                .build();
    }

    public String url() {
        return queue.getQueueUrl();
    }

    String arn() {
        return queue.getQueueArn();
    }

    /** What was tried in vain. */
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    void accept(String ruleArn) {
        DeadLetters.openToRule(queue, ruleArn);
    }
}
