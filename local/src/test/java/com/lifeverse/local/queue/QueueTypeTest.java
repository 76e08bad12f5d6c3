package com.lifeverse.local.queue;

import static com.lifeverse.local.delivery.MessagingStack.declaration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.assembly.UnsupportedProperty;
import com.lifeverse.local.delivery.MessagingStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class QueueTypeTest {
    private static final String RULE = "arn:aws:events:us-east-1:111111111111:rule/live/all";

    private final MessagingStack stack = MessagingStack.inMemory();
    private final QueueType type = new QueueType(stack.queues);

    @Test
    void queueAnswersItsUrlArnAndName() {
        var made = type.provision(declaration("AWS::SQS::Queue", "Inbox", "{\"SqsManagedSseEnabled\": true}"));
        assertThat(made.ref()).isEqualTo("https://sqs.us-east-1.amazonaws.com/111111111111/dev-events-Inbox");
        assertThat(made.attributes())
                .containsEntry("Arn", "arn:aws:sqs:us-east-1:111111111111:dev-events-Inbox")
                .containsEntry("QueueName", "dev-events-Inbox");
    }

    @Test
    void fifoQueueIsRefusedByName() {
        assertThatThrownBy(() -> type.provision(declaration("AWS::SQS::Queue", "Q", "{\"FifoQueue\": true}")))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContaining("FifoQueue");
        assertThatThrownBy(() -> type.provision(declaration("AWS::SQS::Queue", "Q", "{\"Colour\": 1}")))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContaining("Colour");
    }

    @Test
    void policyLetsInTheServiceForTheNamedSourceOnly() {
        var queue = stack.queue("open");
        new QueuePolicyType(stack.policies).provision(declaration("AWS::SQS::QueuePolicy", "P", """
                        {"Queues": ["%s"], "PolicyDocument": {"Statement": [
                          {"Effect": "Allow", "Action": ["sqs:SendMessage", "sqs:GetQueueUrl"], "Resource": "%s",
                           "Principal": {"Service": "events.amazonaws.com"},
                           "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:events:*:*:rule/live/*"}}},
                          {"Effect": "Deny", "Action": "sqs:*", "Resource": "%s", "Principal": {"AWS": "*"},
                           "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}}
                        """.formatted(
                        queue.url(), queue.arn(), queue.arn())));
        assertThatCode(() -> stack.service("events.amazonaws.com", RULE).require("sqs:SendMessage", queue.arn()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> stack.service("events.amazonaws.com", RULE.replace("live", "other"))
                        .require("sqs:SendMessage", queue.arn()))
                .hasMessageContaining("not authorized to perform: sqs:SendMessage");
        assertThatThrownBy(() -> stack.service("scheduler.amazonaws.com", RULE).require("sqs:SendMessage", queue.arn()))
                .hasMessageContaining("scheduler.amazonaws.com");
    }

    @Test
    void conditionThatCannotBeJudgedIsRefused() {
        var policy = """
                {"Queues": ["x/q"], "PolicyDocument": {"Statement": {"Effect": "Allow", "Principal": "*",
                 "Action": "sqs:*", "Resource": "*", "Condition": {"IpAddress": {"aws:SourceIp": "10.0.0.0/8"}}}}}""";
        assertThatThrownBy(() -> new QueuePolicyType(stack.policies)
                        .provision(declaration("AWS::SQS::QueuePolicy", "P", policy)))
                .isInstanceOf(UnsupportedProperty.class)
                .hasMessageContaining("IpAddress");
    }
}
