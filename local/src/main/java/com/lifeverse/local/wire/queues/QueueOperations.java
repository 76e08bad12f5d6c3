package com.lifeverse.local.wire.queues;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.queue.Queue;
import com.lifeverse.local.queue.Queues;
import com.lifeverse.platform.runtime.IdSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** SQS's operations on queues. Dead letters are moved back before their task is answered for. */
final class QueueOperations {
    private static final Duration BETWEEN_PURGES = Duration.ofSeconds(60);
    private static final int MOST = 1_000;

    private record Move(String source, Optional<String> to, Queues.Moved moved, Instant at) {}

    private final Queues queues;
    private final InstantSource clock;
    private final IdSource ids;
    private final Map<String, Instant> purged = new ConcurrentHashMap<>();
    private final Deque<Move> moves = new ConcurrentLinkedDeque<>();

    QueueOperations(Queues queues, InstantSource clock, IdSource ids) {
        this.queues = queues;
        this.clock = clock;
        this.ids = ids;
    }

    JsonNode url(Caller caller, JsonNode request) {
        var arn = Cloud.arn("sqs", request.path("QueueName").asText());
        caller.require("sqs:GetQueueUrl", arn);
        return Json.object().put("QueueUrl", found(arn).url());
    }

    JsonNode list(Caller caller, JsonNode request) {
        caller.require("sqs:ListQueues", Cloud.arn("sqs", "*"));
        var prefix = request.path("QueueNamePrefix").asText();
        return urls(
                "QueueUrls",
                queues.all().stream()
                        .filter(queue -> queue.name().startsWith(prefix))
                        .toList());
    }

    JsonNode sources(Caller caller, String deadLetters) {
        caller.require("sqs:ListDeadLetterSourceQueues", deadLetters);
        return urls("queueUrls", sourcesOf(deadLetters));
    }

    private static JsonNode urls(String member, List<Queue> found) {
        var response = Json.object();
        var urls = response.putArray(member);
        found.stream().limit(MOST).forEach(queue -> urls.add(queue.url()));
        return response;
    }

    private List<Queue> sourcesOf(String deadLetters) {
        return queues.all().stream()
                .filter(queue -> queue.redrive()
                        .filter(redrive -> redrive.deadLetterArn().equals(deadLetters))
                        .isPresent())
                .toList();
    }

    JsonNode attributes(Caller caller, String arn, JsonNode request) {
        caller.require("sqs:GetQueueAttributes", arn);
        var all = all(found(arn));
        var told = Json.object();
        for (var name : request.path("AttributeNames")) {
            if (name.asText().equals("All")) {
                told.setAll(all);
            } else if (all.has(name.asText())) {
                told.set(name.asText(), all.get(name.asText()));
            } else if (!List.of("RedrivePolicy", "Policy", "RedriveAllowPolicy", "KmsMasterKeyId")
                    .contains(name.asText())) {
                throw QueueFault.NO_ATTRIBUTE.because("Unknown Attribute " + name.asText() + ".");
            }
        }
        var response = Json.object();
        if (!told.isEmpty()) {
            response.set("Attributes", told);
        }
        return response;
    }

    private ObjectNode all(Queue queue) {
        var counts = queues.counts(queue.arn());
        var all = Json.object()
                .put("QueueArn", queue.arn())
                .put("ApproximateNumberOfMessages", Integer.toString(counts.visible()))
                .put("ApproximateNumberOfMessagesNotVisible", Integer.toString(counts.inFlight()))
                .put("ApproximateNumberOfMessagesDelayed", Integer.toString(counts.delayed()))
                .put("VisibilityTimeout", seconds(queue.visibilityTimeout()))
                .put("DelaySeconds", seconds(queue.delay()))
                .put("MessageRetentionPeriod", seconds(queue.retention()))
                .put("MaximumMessageSize", Integer.toString(queue.maximumMessageBytes()))
                .put("ReceiveMessageWaitTimeSeconds", "0");
        queue.redrive()
                .ifPresent(redrive -> all.put(
                        "RedrivePolicy",
                        Json.text(Json.object()
                                .put("deadLetterTargetArn", redrive.deadLetterArn())
                                .put("maxReceiveCount", redrive.maxReceiveCount()))));
        return all;
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }

    JsonNode purge(Caller caller, String arn) {
        caller.require("sqs:PurgeQueue", arn);
        var queue = found(arn);
        var now = clock.instant();
        var before = purged.get(arn);
        if (before != null && now.isBefore(before.plus(BETWEEN_PURGES))) {
            throw QueueFault.PURGING.because(
                    "Only one PurgeQueue operation on " + queue.name() + " is allowed every 60 seconds.");
        }
        purged.put(arn, now);
        queues.purge(arn);
        return Json.object();
    }

    JsonNode move(Caller caller, JsonNode request) {
        var source = QueueFault.required(request.path("SourceArn").textValue(), "SourceArn");
        caller.require("sqs:StartMessageMoveTask", source);
        if (queues.find(source).isEmpty()) {
            throw noResource("SourceArn");
        }
        if (sourcesOf(source).isEmpty()) {
            throw QueueFault.INVALID.because("Source queue must be configured as a Dead Letter Queue.");
        }
        var to = Optional.ofNullable(request.path("DestinationArn").textValue());
        if (to.filter(arn -> queues.find(arn).isEmpty()).isPresent()) {
            throw noResource("DestinationArn");
        }
        moves.addFirst(new Move(source, to, queues.move(source, to), clock.instant()));
        return Json.object().put("TaskHandle", ids.next().toString());
    }

    private static RuntimeException noResource(String member) {
        return QueueFault.NO_RESOURCE.because(
                "The resource that you specified for the " + member + " parameter doesn't exist.");
    }

    JsonNode moves(Caller caller, JsonNode request) {
        var source = QueueFault.required(request.path("SourceArn").textValue(), "SourceArn");
        caller.require("sqs:ListMessageMoveTasks", source);
        var response = Json.object();
        var results = response.putArray("Results");
        moves.stream()
                .filter(move -> move.source().equals(source))
                .limit(request.path("MaxResults").asInt(1))
                .forEach(move -> {
                    var told = results.addObject()
                            .put("Status", "COMPLETED")
                            .put("SourceArn", source)
                            .put(
                                    "ApproximateNumberOfMessagesMoved",
                                    move.moved().moved())
                            .put(
                                    "ApproximateNumberOfMessagesToMove",
                                    move.moved().found())
                            .put("StartedTimestamp", move.at().toEpochMilli());
                    move.to().ifPresent(to -> told.put("DestinationArn", to));
                });
        return response;
    }

    private Queue found(String arn) {
        return queues.find(arn).orElseThrow(() -> QueueFault.NO_QUEUE.because("The specified queue does not exist."));
    }
}
