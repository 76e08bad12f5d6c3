package com.lifeverse.local.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.LocalStack;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.mapping.RecordFilter;
import com.lifeverse.local.wire.json.ResponseWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.Filter;
import software.amazon.awssdk.services.lambda.model.FilterCriteria;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * What Lambda's mappings do, from an endpoint's streams and queues to the functions here, as the template has them: batches, filters,
 * and what fails comes again. One round at a time, on the caller's thread.
 */
final class Feeds implements AutoCloseable {
    private static final int MOST_MESSAGES = 10;

    private final LocalStack stack;
    private final Removal.Moved moved;
    private final List<EventSourceMappingConfiguration> mappings;
    private final DynamoDbStreamsClient streams;
    private final SqsClient queues;
    private final Map<String, Optional<String>> iterators = new HashMap<>();

    Feeds(LocalStack stack, Endpoint here, Endpoint there, Removal.Moved moved) {
        this.stack = stack;
        this.moved = moved;
        try (var functions = here.functions()) {
            mappings = List.copyOf(functions.listEventSourceMappings(_ -> {}).eventSourceMappings());
        }
        streams = there.streams();
        queues = there.queues();
    }

    /** Feeds every function what there is for it, and says whether there was anything. */
    boolean round() {
        var moves = false;
        for (var mapping : mappings) {
            moves |= moved.streams().containsKey(mapping.eventSourceArn()) ? stream(mapping) : queue(mapping);
        }
        for (var start : moved.starts().entrySet()) {
            for (var message : received(start.getValue())) {
                stack.workflows().start(Caller.unrestricted(), start.getKey(), Optional.empty(), message.body());
                delete(start.getValue(), message);
                moves = true;
            }
        }
        return moves;
    }

    private boolean stream(EventSourceMappingConfiguration mapping) {
        var stream = Objects.requireNonNull(moved.streams().get(mapping.eventSourceArn()));
        var filter = filter(mapping);
        var any = false;
        for (var shard : streams.describeStream(describe -> describe.streamArn(stream))
                .streamDescription()
                .shards()) {
            var place = mapping.uuid() + "/" + shard.shardId();
            var iterator = iterators.computeIfAbsent(place, _ -> Optional.of(beginning(stream, shard)));
            if (iterator.isPresent()) {
                var page = streams.getRecords(get -> get.shardIterator(iterator.get()));
                var records = new ArrayList<ObjectNode>();
                for (var record : page.records()) {
                    var event = (ObjectNode) Json.read(new String(ResponseWriter.write(record), UTF_8));
                    event.put("eventSourceARN", mapping.eventSourceArn());
                    if (filter.matches(event)) {
                        records.add(event);
                    }
                }
                any |= !page.records().isEmpty();
                if (records.isEmpty() || invoke(mapping, records).isEmpty()) {
                    iterators.put(place, Optional.ofNullable(page.nextShardIterator()));
                }
            }
        }
        return any;
    }

    private String beginning(String stream, Shard shard) {
        return streams.getShardIterator(get -> get.streamArn(stream)
                        .shardId(shard.shardId())
                        .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
    }

    private boolean queue(EventSourceMappingConfiguration mapping) {
        var url = Objects.requireNonNull(
                moved.queues().get(mapping.eventSourceArn()),
                () -> "Nobody took " + mapping.eventSourceArn() + " along");
        var messages = received(url);
        if (messages.isEmpty()) {
            return false;
        }
        var failed = invoke(
                mapping,
                messages.stream()
                        .map(message -> Json.object()
                                .put("messageId", message.messageId())
                                .put("receiptHandle", message.receiptHandle())
                                .put("body", message.body())
                                .put("eventSource", "aws:sqs")
                                .put("eventSourceARN", mapping.eventSourceArn()))
                        .toList());
        for (var message : messages) {
            if (failed.contains(message.messageId())) {
                // A mapping lets the queue's own time pass, some minutes; nobody wants to wait for that here.
                System.err.println("Not done yet: " + message.body());
                queues.changeMessageVisibility(hide -> hide.queueUrl(url)
                        .receiptHandle(message.receiptHandle())
                        .visibilityTimeout(0));
            } else {
                delete(url, message);
            }
        }
        return true;
    }

    /** Up to a batch of ten, whatever the mapping says: an end of a batch early is what mappings do anyway. */
    private List<Message> received(String url) {
        return queues.receiveMessage(receive -> receive.queueUrl(url).maxNumberOfMessages(MOST_MESSAGES))
                .messages();
    }

    private void delete(String url, Message message) {
        queues.deleteMessage(delete -> delete.queueUrl(url).receiptHandle(message.receiptHandle()));
    }

    /** Has the function work, and answers the ids of what it did not do. */
    private List<String> invoke(EventSourceMappingConfiguration mapping, List<ObjectNode> records) {
        var failed = new ArrayList<String>();
        for (int from = 0; from < records.size(); from += mapping.batchSize()) {
            var event = Json.object();
            event.putArray("Records")
                    .addAll(records.subList(from, Math.min(records.size(), from + mapping.batchSize())));
            var answer = stack.functions().invoke(Caller.unrestricted(), mapping.functionArn(), Json.text(event));
            if (answer.functionError().isPresent()) {
                throw new AssertionError(mapping.functionArn() + ": " + answer.payload());
            }
            Json.read(answer.payload())
                    .path("batchItemFailures")
                    .forEach(
                            failure -> failed.add(failure.path("itemIdentifier").asText()));
        }
        return failed;
    }

    private static RecordFilter filter(EventSourceMappingConfiguration mapping) {
        return Optional.ofNullable(mapping.filterCriteria())
                .map(FilterCriteria::filters)
                .filter(filters -> !filters.isEmpty())
                .map(filters ->
                        RecordFilter.of(filters.stream().map(Filter::pattern).toList()))
                .orElseGet(RecordFilter::none);
    }

    @Override
    public void close() {
        streams.close();
        queues.close();
    }
}
