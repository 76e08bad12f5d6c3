package com.lifeverse.local.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import java.util.Map;

/** Sends messages by queue URL, as workflows do with {@code arn:aws:states:::sqs:sendMessage}. */
public final class MessageSink {
    private final Queues queues;

    public MessageSink(Queues queues) {
        this.queues = queues;
    }

    /**
     * Sends {@code body} and answers {@code {MessageId, MD5OfMessageBody}}.
     *
     * @param caller needs {@code sqs:SendMessage} on the queue
     */
    public JsonNode send(Caller caller, String queueUrl, String body) {
        var message = queues.send(caller, Queue.arnOf(queueUrl), body, Map.of());
        return Json.object().put("MessageId", message.id()).put("MD5OfMessageBody", message.md5OfBody());
    }
}
