package com.lifeverse.local.wire.queues;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.queue.Queue;
import com.lifeverse.local.queue.Queues;
import com.lifeverse.local.wire.JsonService;
import com.lifeverse.platform.runtime.IdSource;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** SQS in its JSON protocol: messages and their queues. Queues are made by templates alone. */
public final class Sqs implements JsonService {
    private final Queues queues;
    private final MessageOperations messages;
    private final QueueOperations lines;

    public Sqs(Queues queues, InstantSource clock, IdSource ids) {
        this.queues = queues;
        this.messages = new MessageOperations(queues, new Polls(queues, clock));
        this.lines = new QueueOperations(queues, clock, ids);
    }

    @Override
    public String signedFor() {
        return "sqs";
    }

    @Override
    public Optional<JsonNode> call(String operation, JsonNode request, Caller caller) {
        return Optional.of(translated(() -> answer(operation, request, caller)));
    }

    private JsonNode answer(String operation, JsonNode request, Caller caller) {
        return switch (operation) {
            case "SendMessage" -> messages.send(caller, queue(request), body(request));
            case "SendMessageBatch" -> {
                var queue = queue(request);
                yield Batch.each(request, entry -> messages.send(caller, queue, body(entry)));
            }
            case "ReceiveMessage" -> messages.receive(caller, queue(request), request);
            case "DeleteMessage" -> messages.delete(caller, queue(request), request);
            case "DeleteMessageBatch" -> {
                var queue = queue(request);
                yield Batch.each(request, entry -> messages.delete(caller, queue, entry));
            }
            case "ChangeMessageVisibility" -> messages.hide(caller, queue(request), request);
            case "ChangeMessageVisibilityBatch" -> {
                var queue = queue(request);
                yield Batch.each(request, entry -> messages.hide(caller, queue, entry));
            }
            case "GetQueueUrl" -> lines.url(caller, request);
            case "ListQueues" -> lines.list(caller, request);
            case "GetQueueAttributes" -> lines.attributes(caller, queue(request), request);
            case "PurgeQueue" -> lines.purge(caller, queue(request));
            case "ListDeadLetterSourceQueues" -> lines.sources(caller, queue(request));
            case "StartMessageMoveTask" -> lines.move(caller, request);
            case "ListMessageMoveTasks" -> lines.moves(caller, request);
            default -> throw QueueFault.NOT_HELD.because(operation + " is not held locally.");
        };
    }

    private static JsonNode body(JsonNode message) {
        for (var member : new String[] {"MessageGroupId", "MessageDeduplicationId", "MessageSystemAttributes"}) {
            if (message.hasNonNull(member)) {
                throw QueueFault.INVALID.because("The parameter " + member + " is not held locally.");
            }
        }
        requireText(QueueFault.required(message.path("MessageBody").textValue(), "MessageBody"));
        return message;
    }

    private static void requireText(String body) {
        body.codePoints().filter(c -> !isAllowed(c)).findFirst().ifPresent(c -> {
            throw QueueFault.NO_TEXT.because("Invalid binary character '#x" + Integer.toHexString(c)
                    + "' was found in the message body, the set of allowed characters is #x9 | #xA | #xD |"
                    + " [#x20 to #xD7FF] | [#xE000 to #xFFFD] | [#x10000 to #x10FFFF]");
        });
    }

    /** What XML can hold. */
    private static boolean isAllowed(int c) {
        boolean isSpace = c == '\t' || c == '\n' || c == '\r';
        boolean isSurrogate = c >= 0xD800 && c < 0xE000;
        return isSpace || (c >= ' ' && !isSurrogate && c != 0xFFFE && c != 0xFFFF);
    }

    /** The ARN of the queue that a request names by its address. */
    private String queue(JsonNode request) {
        var url = QueueFault.required(request.path("QueueUrl").textValue(), "QueueUrl");
        var arn = Queue.arnOf(url);
        if (!queues.holds(arn)) {
            throw QueueFault.NO_QUEUE.because("The specified queue does not exist.");
        }
        return arn;
    }

    /** What the stack's queues refuse, in the words of this protocol. */
    static <T> T translated(Supplier<T> step) {
        try {
            return step.get();
        } catch (AwsServiceException e) {
            throw QueueFault.of(e);
        }
    }
}
