package com.lifeverse.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import com.lifeverse.local.assembly.UnsupportedProperty;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code AWS::SQS::Queue}, standard queues only. */
public final class QueueType implements ResourceType {
    private static final HeldProperties PROPERTIES = new HeldProperties(
            Set.of(
                    "QueueName",
                    "VisibilityTimeout",
                    "DelaySeconds",
                    "MessageRetentionPeriod",
                    "MaximumMessageSize",
                    "RedrivePolicy",
                    "FifoQueue"),
            // Nothing is encrypted on a laptop, and nobody polls: mappings are woken.
            Set.of(
                    "KmsMasterKeyId",
                    "KmsDataKeyReusePeriodSeconds",
                    "SqsManagedSseEnabled",
                    "ReceiveMessageWaitTimeSeconds",
                    "RedriveAllowPolicy",
                    "Tags"));

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
        PROPERTIES.check(declaration);
        var properties = declaration.properties();
        if (properties.path("FifoQueue").asBoolean()) {
            throw new UnsupportedProperty(declaration, "FifoQueue", "only standard queues are");
        }
        var name = properties.path("QueueName").asText(declaration.generatedName());
        var defaults = Queue.named(name);
        var queue = new Queue(
                name,
                seconds(properties.path("VisibilityTimeout"), defaults.visibilityTimeout()),
                seconds(properties.path("DelaySeconds"), defaults.delay()),
                seconds(properties.path("MessageRetentionPeriod"), defaults.retention()),
                properties.path("MaximumMessageSize").asInt(defaults.maximumMessageBytes()),
                redrive(declaration, properties.path("RedrivePolicy")));
        queues.define(queue);
        return new Provisioned(
                queue.url(), Map.of("Arn", queue.arn(), "QueueName", queue.name(), "QueueUrl", queue.url()));
    }

    private Optional<Queue.Redrive> redrive(Declaration declaration, JsonNode policy) {
        if (policy.isMissingNode() || policy.isNull()) {
            return Optional.empty();
        }
        var arn = policy.path("deadLetterTargetArn").asText();
        if (!queues.holds(arn)) {
            throw new UnsupportedProperty(declaration, "RedrivePolicy.deadLetterTargetArn", "there is no queue " + arn);
        }
        return Optional.of(new Queue.Redrive(arn, policy.path("maxReceiveCount").asInt()));
    }

    private static Duration seconds(JsonNode value, Duration otherwise) {
        return value.isMissingNode() ? otherwise : Duration.ofSeconds(value.asLong());
    }
}
