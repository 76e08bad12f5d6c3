package com.lifeverse.local.queue;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** {@code AWS::SQS::Queue}, standard queues only. */
public final class QueueType implements ResourceType {
    private static final Set<String> HELD = Set.of(
            "QueueName",
            "VisibilityTimeout",
            "DelaySeconds",
            "MessageRetentionPeriod",
            "MaximumMessageSize",
            "RedrivePolicy",
            "FifoQueue");

    /** Nothing is encrypted on a laptop, and nobody polls: mappings are woken. */
    private static final Set<String> WITHOUT_MEANING = Set.of(
            "KmsMasterKeyId",
            "KmsDataKeyReusePeriodSeconds",
            "SqsManagedSseEnabled",
            "ReceiveMessageWaitTimeSeconds",
            "RedriveAllowPolicy",
            "Tags");

    private static final Set<String> REDRIVE = Set.of("deadLetterTargetArn", "maxReceiveCount");

    private final Queues queues;

    public QueueType(Queues queues) {
        this.queues = queues;
    }

    @Override
    public String name() {
        return "AWS::SQS::Queue";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        if (properties.flag("FifoQueue", false)) {
            throw properties.refusal("FifoQueue", "only standard queues are");
        }
        var name = properties.nameFrom("QueueName");
        var defaults = Queue.named(name);
        var queue = new Queue(
                name,
                seconds(properties.number("VisibilityTimeout"), defaults.visibilityTimeout()),
                seconds(properties.number("DelaySeconds"), defaults.delay()),
                seconds(properties.number("MessageRetentionPeriod"), defaults.retention()),
                properties.number("MaximumMessageSize").orElse(defaults.maximumMessageBytes()),
                redrive(properties));
        queues.define(queue);
        return new Provisioned(
                queue.url(), Map.of("Arn", queue.arn(), "QueueName", queue.name(), "QueueUrl", queue.url()));
    }

    private Optional<Queue.Redrive> redrive(DeclaredProperties properties) {
        var policy = properties.within("RedrivePolicy", REDRIVE);
        if (properties.node("RedrivePolicy").isEmpty()) {
            return Optional.empty();
        }
        var arn = policy.required("deadLetterTargetArn");
        if (!queues.holds(arn)) {
            throw policy.refusal("deadLetterTargetArn", "there is no queue " + arn);
        }
        return Optional.of(new Queue.Redrive(
                arn,
                policy.number("maxReceiveCount")
                        .orElseThrow(() -> policy.refusal("maxReceiveCount", "it must be stated"))));
    }

    private static Duration seconds(OptionalInt value, Duration otherwise) {
        return value.isPresent() ? Duration.ofSeconds(value.getAsInt()) : otherwise;
    }
}
