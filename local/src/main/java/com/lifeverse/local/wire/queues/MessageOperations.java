package com.lifeverse.local.wire.queues;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.queue.Message;
import com.lifeverse.local.queue.Queues;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** SQS's operations on messages. */
final class MessageOperations {
    private static final int LONGEST_DELAY = 900;
    private static final int LONGEST_HIDDEN = 43_200;
    private static final int MOST_RECEIVED = 10;

    private final Queues queues;
    private final Polls polls;

    MessageOperations(Queues queues, Polls polls) {
        this.queues = queues;
        this.polls = polls;
    }

    ObjectNode send(Caller caller, String queue, JsonNode message) {
        var delay = number(message, "DelaySeconds", 0, LONGEST_DELAY).map(Duration::ofSeconds);
        var attributes = Attributes.read(message.path("MessageAttributes"));
        var sent = Sqs.translated(
                () -> queues.send(caller, queue, message.path("MessageBody").asText(), attributes, delay));
        var told = Json.object().put("MessageId", sent.id()).put("MD5OfMessageBody", sent.md5OfBody());
        if (!attributes.isEmpty()) {
            told.put("MD5OfMessageAttributes", Attributes.md5(attributes));
        }
        return told;
    }

    JsonNode receive(Caller caller, String queue, JsonNode request) {
        caller.require("sqs:ReceiveMessage", queue);
        int most = number(request, "MaxNumberOfMessages", 1, MOST_RECEIVED).orElse(1);
        var hidden = number(request, "VisibilityTimeout", 0, LONGEST_HIDDEN)
                .map(Duration::ofSeconds)
                .orElseGet(() -> queues.find(queue).orElseThrow().visibilityTimeout());
        var patience =
                Duration.ofSeconds(number(request, "WaitTimeSeconds", 0, 20).orElse(0));
        var response = Json.object();
        var received = polls.receive(queue, most, hidden, patience);
        if (!received.isEmpty()) {
            var list = response.putArray("Messages");
            received.forEach(message -> list.add(told(message, request)));
        }
        return response;
    }

    private static ObjectNode told(Message message, JsonNode request) {
        var told = Json.object()
                .put("MessageId", message.id())
                .put("ReceiptHandle", message.receiptHandle())
                .put("MD5OfBody", message.md5OfBody())
                .put("Body", message.body());
        var wanted = names(request, "MessageSystemAttributeNames");
        wanted.addAll(names(request, "AttributeNames"));
        var system = Json.object()
                .put("SenderId", message.sender())
                .put("SentTimestamp", String.valueOf(message.sentAt().toEpochMilli()))
                .put("ApproximateReceiveCount", String.valueOf(message.receiveCount()));
        message.firstReceivedAt()
                .ifPresent(
                        first -> system.put("ApproximateFirstReceiveTimestamp", String.valueOf(first.toEpochMilli())));
        message.deadLetterSource().ifPresent(source -> system.put("DeadLetterQueueSourceArn", source));
        if (!wanted.contains("All")) {
            system.retain(wanted);
        }
        if (!system.isEmpty()) {
            told.set("Attributes", system);
        }
        var attributes = new LinkedHashMap<>(message.attributes());
        var named = names(request, "MessageAttributeNames");
        attributes.keySet().removeIf(name -> named.stream().noneMatch(pattern -> matches(pattern, name)));
        if (!attributes.isEmpty()) {
            told.set("MessageAttributes", Attributes.write(attributes));
            told.put("MD5OfMessageAttributes", Attributes.md5(attributes));
        }
        return told;
    }

    /** A name, all names, or all that begin like that. */
    private static boolean matches(String pattern, String name) {
        return pattern.equals("All")
                || pattern.equals(name)
                || (pattern.endsWith(".*") && name.startsWith(pattern.substring(0, pattern.length() - 2)));
    }

    private static Set<String> names(JsonNode request, String member) {
        return StreamSupport.stream(request.path(member).spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    ObjectNode delete(Caller caller, String queue, JsonNode entry) {
        caller.require("sqs:DeleteMessage", queue);
        queues.delete(queue, List.of(receipt(entry)));
        return Json.object();
    }

    ObjectNode hide(Caller caller, String queue, JsonNode entry) {
        caller.require("sqs:ChangeMessageVisibility", queue);
        int seconds = number(entry, "VisibilityTimeout", 0, LONGEST_HIDDEN)
                .orElseThrow(
                        () -> QueueFault.MISSING.because("The request must contain the parameter VisibilityTimeout."));
        Sqs.translated(() -> {
            queues.changeVisibility(queue, receipt(entry), Duration.ofSeconds(seconds));
            return true;
        });
        return Json.object();
    }

    private static String receipt(JsonNode entry) {
        var handle = entry.path("ReceiptHandle").asText();
        if (handle.isEmpty()) {
            throw QueueFault.MISSING.because("The request must contain the parameter ReceiptHandle.");
        }
        if (!handle.matches("\\d{1,18}\\.\\d+\\..+")) {
            throw QueueFault.NO_RECEIPT.because(
                    "The input receipt handle \"" + handle + "\" is not a valid receipt handle.");
        }
        return handle;
    }

    private static Optional<Integer> number(JsonNode given, String member, int least, int most) {
        if (!given.hasNonNull(member)) {
            return Optional.empty();
        }
        long value = given.path(member).asLong(Long.MIN_VALUE);
        if (value < least || value > most) {
            throw QueueFault.INVALID.because(
                    "Value %s for parameter %s is invalid. Reason: Must be between %d and %d, if provided."
                            .formatted(given.path(member).asText(), member, least, most));
        }
        return Optional.of((int) value);
    }
}
