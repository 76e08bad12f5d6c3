package com.lifeverse.local.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Caller;

/** Queues as {@code sqs:sendMessage} sees them. */
@FunctionalInterface
public interface MessageSink {
    /**
     * Sends one message.
     *
     * @return the response, {@code {MessageId, MD5OfMessageBody}}
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException if it is refused
     */
    JsonNode send(Caller caller, String queueUrl, String body);
}
