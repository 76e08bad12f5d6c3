package com.lifeverse.local.queue;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** How large a message is: its body and its attributes with their names and types, in UTF-8. */
final class MessageSize {
    private MessageSize() {}

    static void require(Queue queue, String body, Map<String, String> attributes) {
        if (body.isEmpty()) {
            throw Queues.refusal("MissingParameter", "The request must contain the parameter MessageBody.");
        }
        int bytes = bytes(body);
        for (var attribute : attributes.entrySet()) {
            bytes += bytes(attribute.getKey()) + bytes("String") + bytes(attribute.getValue());
        }
        if (bytes > queue.maximumMessageBytes()) {
            throw Queues.refusal(
                    "InvalidParameterValue",
                    "One or more parameters are invalid. Reason: Message must be shorter than "
                            + queue.maximumMessageBytes() + " bytes.");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
